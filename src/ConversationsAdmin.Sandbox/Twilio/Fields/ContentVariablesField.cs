using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record ContentVariablesField(string Name) : Field(Name)
{
    private const int MaxLength = 256;

    public override void Check(string value)
    {
        try
        {
            using var parsed = JsonDocument.Parse(value);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object)
                DemandShort(parsed.RootElement);
            else
                throw NoObject();
        }
        catch (JsonException)
        {
            throw NoObject();
        }
    }

    private void DemandShort(JsonElement variables)
    {
        foreach (var variable in variables.EnumerateObject())
        {
            if (variable.Value.ToString().Length > MaxLength)
                throw new TwilioError(400, TwilioCode.ContentVariableTooLong,
                    $"{Name} has a value of more than {MaxLength} characters for {variable.Name}.");
        }
    }

    private TwilioError NoObject() =>
        new(400, TwilioCode.ContentVariablesMalformed, $"{Name} takes the text of a JSON object.");
}
