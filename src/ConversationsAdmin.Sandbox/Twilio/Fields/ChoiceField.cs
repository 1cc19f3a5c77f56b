namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record ChoiceField(string Name, params string[] Choices) : Field(Name)
{
    public override void Check(string value)
    {
        if (!Choices.Contains(value))
            throw Malformed($"one of {string.Join(", ", Choices)}");
    }
}
