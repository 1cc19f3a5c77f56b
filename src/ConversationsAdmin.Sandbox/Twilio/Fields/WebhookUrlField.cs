namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record WebhookUrlField(string Name) : Field(Name)
{
    private const int MaxLength = 512;

    public override void Check(string value)
    {
        if (value.Length > MaxLength)
            throw new TwilioError(400, TwilioCode.WebhookUrlTooLong, $"{Name} has {value.Length} characters; {MaxLength} are allowed.");
        // An empty address is how a webhook is switched off.
        if (value.Length > 0 && !(Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            throw Malformed("an absolute http or https address");
    }
}
