namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record TextField(string Name) : Field(Name)
{
    public int MinLength { get; init; }

    public int MaxLength { get; init; } = int.MaxValue;

    public int TooLongCode { get; init; } = TwilioCode.BadParameter;

    public override void Check(string value)
    {
        if (value.Length < MinLength)
            throw Malformed("a text that is not empty");
        if (value.Length > MaxLength)
            throw new TwilioError(400, TooLongCode, $"{Name} has {value.Length} characters; {MaxLength} are allowed.");
    }
}
