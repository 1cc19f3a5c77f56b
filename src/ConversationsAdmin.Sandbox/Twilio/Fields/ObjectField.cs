using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Twilio.Fields;

/// <summary>The text of a JSON object, whose members are declared as the fields of a form are.</summary>
internal sealed record ObjectField(string Name, FieldSet Members) : Field(Name)
{
    public override void Check(string value) => Read(value);

    public FieldValues Read(string value) => Members.Read(Pairs(value));

    private List<KeyValuePair<string, string>> Pairs(string value)
    {
        try
        {
            using var parsed = JsonDocument.Parse(value);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object)
                return [.. parsed.RootElement.EnumerateObject().Select(Pair)];
        }
        catch (JsonException)
        {
            // It is refused below, like JSON of any other kind.
        }
        throw Malformed("the text of a JSON object for each value");
    }

    private KeyValuePair<string, string> Pair(JsonProperty member) => member.Value.ValueKind == JsonValueKind.String
        ? KeyValuePair.Create(member.Name, member.Value.GetString()!)
        : throw Malformed($"a text for {member.Name}");
}
