using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>A session of a Proxy service: two people who reach each other through your numbers. Twilio documents it as the Session resource of Proxy v1.</summary>
public sealed class ProxySession() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ProxySession";

    /// <summary>The session's identifier: <c>KC</c> and 32 hexadecimal digits.</summary>
    public required string SessionSid { get; init; }

    /// <summary>The Proxy service: <c>KS</c> and 32 hexadecimal digits.</summary>
    public required string ProxyServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The application's own name, unique in the service, at most 191 characters.</summary>
    public string? UniqueName { get; init; }

    /// <summary><c>open</c>, <c>in-progress</c>, <c>closed</c>, <c>failed</c>, <c>unknown</c>, or what the provider adds later.</summary>
    public string? Status { get; init; }

    /// <summary>Why the session ended; null or empty while it has not.</summary>
    public string? ClosedReason { get; init; }

    /// <summary><c>message-only</c>, <c>voice-only</c> or <c>voice-and-message</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>The seconds after which the session expires, from its creation or its last interaction. <see cref="DateExpiry"/> overrides it.</summary>
    public long? Ttl { get; init; }

    /// <summary>When the session expires, in UTC; null when that follows from <see cref="Ttl"/>.</summary>
    public DateTimeOffset? DateExpiry { get; init; }

    /// <summary>When the session started, in UTC.</summary>
    public DateTimeOffset? DateStarted { get; init; }

    /// <summary>When the session ended, in UTC.</summary>
    public DateTimeOffset? DateEnded { get; init; }

    /// <summary>When its participants last called or wrote, in UTC.</summary>
    public DateTimeOffset? DateLastInteraction { get; init; }

    /// <summary>When the session was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the session was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this session.</summary>
    public Uri? Url { get; init; }

    /// <summary>The provider's addresses of what belongs to the session.</summary>
    public ReadOnlyDictionary<string, object?> Links => links ??= JsonText.ToDictionary(LinksJson);

    internal string? LinksJson { get; init; }

    private ReadOnlyDictionary<string, object?>? links;

    /// <summary>The identifier.</summary>
    public override string ToString() => SessionSid;
}
