namespace ConversationsAdmin.Twilio;

/// <summary>Which push notifications a service sends, and what they say. Twilio documents it as the Service Notification resource of Conversations v1.</summary>
public sealed class ServiceNotification() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvServiceNotification";

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>For a new message.</summary>
    public NewMessageNotification? NewMessage { get; init; }

    /// <summary>For somebody who is added to a conversation.</summary>
    public Notification? AddedToConversation { get; init; }

    /// <summary>For somebody who is removed from a conversation.</summary>
    public Notification? RemovedFromConversation { get; init; }

    /// <summary>Whether notifications are logged.</summary>
    public bool? LogEnabled { get; init; }

    /// <summary>The provider's address of this configuration.</summary>
    public Uri? Url { get; init; }

    /// <summary>The identifier.</summary>
    public override string ToString() => ServiceSid;
}
