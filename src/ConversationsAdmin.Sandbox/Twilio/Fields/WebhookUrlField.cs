namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record WebhookUrlField(string Name) : Field(Name)
{
    private const int MaxLength = 512;

    /// <summary>Whether an empty address will do, which switches the webhook off.</summary>
    public bool MayBeEmpty { get; init; }

    public override void Check(string value)
    {
        if (value.Length > MaxLength)
            throw new TwilioError(400, TwilioCode.WebhookUrlTooLong, $"{Name} has {value.Length} characters; {MaxLength} are allowed.");
        if (value.Length == 0 && MayBeEmpty)
            return;
        if (!(Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            throw Malformed("an absolute http or https address");
    }
}
