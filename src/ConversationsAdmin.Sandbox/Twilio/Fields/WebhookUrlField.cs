namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record WebhookUrlField(string Name) : Field(Name)
{
    private const int MaxLength = 512;

    public override void Check(string value)
    {
        if (value.Length > MaxLength)
            throw new TwilioError(400, TwilioCode.WebhookUrlTooLong, $"{Name} has {value.Length} characters; {MaxLength} are allowed.");
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw Malformed("an absolute address that begins with http:// or https://");
    }
}
