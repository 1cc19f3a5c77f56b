namespace ConversationsAdmin.Twilio;

/// <summary>Where the events of a whole service are sent. Twilio documents it as the Service Webhook resource of Conversations v1.</summary>
public sealed class ServiceWebhook() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvServiceWebhook";

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The address that is asked before something happens.</summary>
    public Uri? PreWebhookUrl { get; init; }

    /// <summary>The address that is told after something has happened.</summary>
    public Uri? PostWebhookUrl { get; init; }

    /// <summary>The events that are sent.</summary>
    public required TextList Filters { get; init; }

    /// <summary>The HTTP method of the calls: <c>GET</c> or <c>POST</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The provider's address of this configuration.</summary>
    public Uri? Url { get; init; }

    /// <summary>The identifier.</summary>
    public override string ToString() => ServiceSid;
}
