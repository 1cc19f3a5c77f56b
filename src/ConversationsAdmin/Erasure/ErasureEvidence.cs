namespace ConversationsAdmin;

/// <summary>
/// What an erasure did with one thing. It holds identifiers, and neither the name of the person nor what anybody wrote, so that it can be kept as proof.
/// </summary>
public sealed record ErasureEvidence
{
    /// <summary>The value of <see cref="ResourceType"/>.</summary>
    public const string TypeName = "ConvErasure";

    /// <summary>Tells it from resources, so that no cmdlet takes it for one.</summary>
    public string ResourceType => TypeName;

    /// <summary>What kind of thing it is.</summary>
    public required ErasureKind Kind { get; init; }

    /// <summary>The identifier of the thing, such as <c>IM</c> and 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>What was done with it.</summary>
    public required ErasureAction Action { get; init; }

    /// <summary>How that ended.</summary>
    public required ErasureStatus Status { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Why it ended so; null where nothing is to be said.</summary>
    public string? Why { get; init; }

    /// <summary>The id of the error, such as <c>Twilio.20404</c>; null unless it failed.</summary>
    public string? Error { get; init; }

    /// <summary>The provider's identifier of the request that failed; null when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The conversation that the thing belongs to; null for a user and a binding.</summary>
    public string? ConversationSid { get; init; }

    /// <summary>The service.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The connection that was used.</summary>
    public required string ConnectionName { get; init; }

    /// <summary>
    /// The SHA-256 of the identity or the address, in UTF-8, as 64 hexadecimal digits: who knows the person can tell that this is about them.
    /// It stands for the person and is no anonymity: whoever tries all telephone numbers finds the one.
    /// </summary>
    public required string PersonSha256 { get; init; }

    /// <summary>The archive that has the conversation as it was before; null when none was asked for.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>The thing and how it ended.</summary>
    public override string ToString() => $"{Kind} {Id} {Action} {Status}";
}
