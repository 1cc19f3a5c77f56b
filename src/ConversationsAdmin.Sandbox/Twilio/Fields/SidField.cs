namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record SidField(string Name, string Prefix) : Field(Name)
{
    public override void Check(string value)
    {
        if (!Sid.IsOfKind(value, Prefix))
            throw Malformed($"{Prefix} followed by 32 hexadecimal digits");
    }
}
