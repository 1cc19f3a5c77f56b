namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record BooleanField(string Name) : Field(Name)
{
    public override void Check(string value)
    {
        if (value is not ("true" or "false"))
            throw Malformed("true or false");
    }
}
