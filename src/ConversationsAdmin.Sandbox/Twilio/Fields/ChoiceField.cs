namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record ChoiceField(string Name, params string[] Choices) : Field(Name)
{
    public bool InAnyCase { get; init; }

    public int UnknownCode { get; init; } = TwilioCode.BadParameter;

    public override void Check(string value)
    {
        if (!Choices.Contains(value, InAnyCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal))
            throw new TwilioError(400, UnknownCode, $"{Name} takes one of {string.Join(", ", Choices)}.");
    }
}
