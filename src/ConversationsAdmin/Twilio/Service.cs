using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>
/// A Conversations service: the container of conversations, users and roles. Twilio documents it as the Service resource of Conversations v1.
/// </summary>
public sealed class Service() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvService";

    /// <summary>The service's identifier: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account that owns the service: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The name that people read, at most 256 characters.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>When the service was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the service was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this service.</summary>
    public Uri? Url { get; init; }

    /// <summary>The provider's addresses of what belongs to the service.</summary>
    public ReadOnlyDictionary<string, object?> Links => links ??= JsonText.ToDictionary(LinksJson);

    internal string? LinksJson { get; init; }

    private ReadOnlyDictionary<string, object?>? links;

    /// <summary>The identifier.</summary>
    public override string ToString() => ServiceSid;
}
