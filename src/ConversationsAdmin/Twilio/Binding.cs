namespace ConversationsAdmin.Twilio;

/// <summary>A device or browser that receives push notifications for a user. Twilio documents it as the Binding resource of Conversations v1.</summary>
public sealed class Binding() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvBinding";

    /// <summary>The binding's identifier: <c>BS</c> and 32 hexadecimal digits.</summary>
    public required string BindingSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The user's identity.</summary>
    public string? Identity { get; init; }

    /// <summary><c>apn</c>, <c>gcm</c>, <c>fcm</c>, <c>twilsock</c>, or what the provider adds later.</summary>
    public string? BindingType { get; init; }

    /// <summary>The application's name of the device.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The push credential: <c>CR</c> and 32 hexadecimal digits.</summary>
    public string? CredentialSid { get; init; }

    /// <summary>Which notifications it receives, such as <c>new_message</c>.</summary>
    public required TextList MessageTypes { get; init; }

    /// <summary>When the binding was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the binding was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this binding.</summary>
    public Uri? Url { get; init; }

    /// <summary>The identifier.</summary>
    public override string ToString() => BindingSid;
}
