using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>What holds in a whole service: the roles that newcomers get, and reachability. Twilio documents it as the Service Configuration resource of Conversations v1.</summary>
public sealed class ServiceConfiguration() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvServiceConfiguration";

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account, as far as the provider says.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The role of who creates a conversation: <c>RL</c> and 32 hexadecimal digits.</summary>
    public string? DefaultConversationCreatorRoleSid { get; init; }

    /// <summary>The role of who is added to a conversation: <c>RL</c> and 32 hexadecimal digits.</summary>
    public string? DefaultConversationRoleSid { get; init; }

    /// <summary>The role of who is added to the service: <c>RL</c> and 32 hexadecimal digits.</summary>
    public string? DefaultChatServiceRoleSid { get; init; }

    /// <summary>Whether users can see who is online.</summary>
    public bool? ReachabilityEnabled { get; init; }

    /// <summary>The provider's address of this configuration.</summary>
    public Uri? Url { get; init; }

    /// <summary>The provider's addresses of what belongs to the configuration.</summary>
    public ReadOnlyDictionary<string, object?> Links => links ??= JsonText.ToDictionary(LinksJson);

    internal string? LinksJson { get; init; }

    // Parsed when first read: a listing of hundreds of thousands rarely looks at them.
    private ReadOnlyDictionary<string, object?>? links;

    /// <summary>The identifier.</summary>
    public override string ToString() => ServiceSid;
}
