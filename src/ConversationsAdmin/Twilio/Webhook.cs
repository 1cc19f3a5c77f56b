namespace ConversationsAdmin.Twilio;

/// <summary>Where the events of one conversation are sent. Twilio documents it as the Conversation Scoped Webhook resource of Conversations v1.</summary>
public sealed class Webhook() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvWebhook";

    /// <summary>The webhook's identifier: <c>WH</c> and 32 hexadecimal digits.</summary>
    public required string WebhookSid { get; init; }

    /// <summary>The conversation: <c>CH</c> and 32 hexadecimal digits.</summary>
    public required string ConversationSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary><c>webhook</c>, <c>trigger</c> or <c>studio</c>.</summary>
    public string? Target { get; init; }

    /// <summary>Where to, and when.</summary>
    public WebhookConfiguration? Configuration { get; init; }

    /// <summary>When the webhook was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the webhook was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this webhook.</summary>
    public Uri? Url { get; init; }

    /// <summary>The identifier.</summary>
    public override string ToString() => WebhookSid;
}
