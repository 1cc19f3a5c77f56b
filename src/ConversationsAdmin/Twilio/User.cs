using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>Somebody who chats in a service. Twilio documents it as the User resource of Conversations v1.</summary>
public sealed class User() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvUser";

    /// <summary>The user's identifier: <c>US</c> and 32 hexadecimal digits.</summary>
    public required string UserSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The user's role in the service: <c>RL</c> and 32 hexadecimal digits.</summary>
    public string? RoleSid { get; init; }

    /// <summary>The name by which the application knows the user, unique in the service and case-sensitive.</summary>
    public string? Identity { get; init; }

    /// <summary>The name that people read.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>The application's own data, as a dictionary that reads with a dot; null when the text is no JSON object.</summary>
    public ReadOnlyDictionary<string, object?>? Attributes => attributes ??= JsonText.ToDictionaryOrNull(AttributesJson);

    /// <summary>The application's own data as the provider keeps it: a text of JSON, at most 16 KB.</summary>
    public string? AttributesJson { get; init; }

    /// <summary>Whether the user is connected; null when reachability is off.</summary>
    public bool? IsOnline { get; init; }

    /// <summary>Whether the user can be reached by push notification; null when that is not known.</summary>
    public bool? IsNotifiable { get; init; }

    /// <summary>When the user was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the user was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this user.</summary>
    public Uri? Url => url ??= AddressOrNull(UrlText);

    /// <summary>The provider's addresses of what belongs to the user.</summary>
    public ReadOnlyDictionary<string, object?> Links => links ??= JsonText.ToDictionary(LinksJson);

    internal string? LinksJson { get; init; }

    internal string? UrlText { get; init; }

    // Parsed when first read: a listing of hundreds of thousands rarely looks at them.
    private ReadOnlyDictionary<string, object?>? attributes;
    private ReadOnlyDictionary<string, object?>? links;
    private Uri? url;

    /// <summary>The identifier.</summary>
    public override string ToString() => UserSid;
}
