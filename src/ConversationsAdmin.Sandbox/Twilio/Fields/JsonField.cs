using System.Text;
using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record JsonField(string Name, int MaxBytes) : Field(Name)
{
    public override void Check(string value)
    {
        var size = Encoding.UTF8.GetByteCount(value);
        if (size > MaxBytes)
            throw new TwilioError(400, TwilioCode.AttributesTooLong, $"{Name} has {size} bytes; {MaxBytes} are allowed.");
        try
        {
            using var parsed = JsonDocument.Parse(value);
        }
        catch (JsonException)
        {
            throw Malformed("valid JSON");
        }
    }
}
