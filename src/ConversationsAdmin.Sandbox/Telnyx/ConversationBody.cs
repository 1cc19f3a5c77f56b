using System.Text.Json;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx.Data;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>The fields of a conversation in the body of a request; null stands for one that was not given.</summary>
internal sealed record ConversationBody(string? Name, Metadata? Metadata)
{
    private const string NameField = "name";
    private const string MetadataField = "metadata";

    public static ConversationBody Read(IncomingRequest request, bool takesName)
    {
        if (string.IsNullOrEmpty(request.Body))
            throw new ValidationError("missing", "A body is required.", "body");
        if (request.ContentType?.MediaType?.Equals("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw NoObject("The Content-Type of the body has to be application/json.");
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return Read(document.RootElement, takesName);
        }
        // The second is how a text with half a surrogate pair shows, and only once it is read.
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new ValidationError("json_invalid", "The body is no JSON.", "body");
        }
    }

    private static ConversationBody Read(JsonElement root, bool takesName)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw NoObject("The body has to be an object.");
        string? name = null;
        Metadata? metadata = null;
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name == MetadataField)
                metadata = MetadataJson.Read(property.Value, "body", MetadataField);
            else if (property.Name == NameField && takesName)
                name = NameFrom(property.Value);
            else
                throw new ValidationError("extra_forbidden", "There is no such field here.", "body", property.Name);
        }
        return new ConversationBody(name, metadata);
    }

    private static string NameFrom(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new ValidationError("string_type", "The name has to be a string.", "body", NameField);

    private static ValidationError NoObject(string message) => new("dict_type", message, "body");
}
