namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record SidField(string Name, string Prefix) : Field(Name)
{
    public int MalformedCode { get; init; } = TwilioCode.BadParameter;

    public override void Check(string value)
    {
        if (!Sid.IsOfKind(value, Prefix))
            throw new TwilioError(400, MalformedCode, $"{Name} takes {Prefix} followed by 32 hexadecimal digits.");
    }
}
