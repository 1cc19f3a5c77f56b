using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

/// <summary>The fields of an object; whatever is not among them is refused by name.</summary>
internal sealed class FieldSet(params Field[] fields)
{
    public FieldValues Read(JsonElement body)
    {
        try
        {
            var problems = Problems("The body", body).ToArray();
            return problems.Length == 0 ? new FieldValues(body) : throw SunshineError.BadRequest(problems);
        }
        catch (Exception malformed) when (malformed is InvalidOperationException or JsonException)
        {
            // JSON can spell half a surrogate pair, which is no character.
            throw SunshineError.BadRequest("The body has a text that is not valid Unicode.");
        }
    }

    public IEnumerable<string> Problems(string place, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [$"{place} is to be an object."];
        var problems = new List<string>();
        foreach (var property in value.EnumerateObject())
        {
            if (Array.Find(fields, candidate => candidate.Name == property.Name) is { } field)
                problems.AddRange(field.Problems(property.Value));
            else
                problems.Add($"{place} has no field {property.Name}.");
        }
        problems.AddRange(fields
            .Where(field => field.Required && !value.TryGetProperty(field.Name, out _))
            .Select(field => $"{field.Name} is required."));
        return problems;
    }
}
