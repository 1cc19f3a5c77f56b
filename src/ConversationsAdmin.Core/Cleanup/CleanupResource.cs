using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>What can be cleaned up of one type: how it is found and read, what tells that it is in use, and how it is closed.</summary>
public sealed record CleanupResource
{
    /// <summary>The type, such as <c>ConvConversation</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The kind of its identifier.</summary>
    public required IdentifierKind Kind { get; init; }

    /// <summary>The kind of what it lies in; null when that is nothing but the account.</summary>
    public IdentifierKind? Container { get; init; }

    /// <summary>What several are called.</summary>
    public required string Plural { get; init; }

    /// <summary>The states that it may be in; none where the provider has no such thing.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>The API that it is of.</summary>
    public Api Api => List.Api;

    /// <summary>True where it can be closed instead of removed.</summary>
    public bool CanClose => Close is not null;

    /// <summary>The operation that lists.</summary>
    public required Operation List { get; init; }

    /// <summary>The operation that fetches one.</summary>
    public required Operation Fetch { get; init; }

    /// <summary>Reads one.</summary>
    public required Func<JsonElement, ResourceOrigin, CleanupCandidate> Read { get; init; }

    /// <summary>What closes it, and the state that it is in then.</summary>
    public (Operation Update, string Parameter, string State)? Close { get; init; }

    /// <summary>How the newest message is found; null where the resource itself tells all of it.</summary>
    public MessageLook? Messages { get; init; }

    /// <summary>How those who take part are found; null where the resource itself tells it.</summary>
    public ParticipantLook? Participants { get; init; }

    /// <summary>Whether the resource itself tells when the last message came.</summary>
    public bool TellsLastMessage { get; init; } = true;

    /// <summary>Whether the provider lists only those of one user at a time.</summary>
    public bool ListsByUser { get; init; }

    /// <summary>Whether the newest message must be looked at to see whether it is in use, because nothing else shows a new one.</summary>
    public Func<CleanupCandidate, bool> HidesMessages { get; init; } = static _ => false;

    /// <summary>Whether it says when it was last updated.</summary>
    public bool HasDateUpdated { get; init; } = true;

    /// <summary>Whether it has attributes, or metadata.</summary>
    public bool HasAttributes { get; init; } = true;

    /// <summary>The lists that are read, each by what is asked of it. One where the provider lists everything.</summary>
    public Func<CleanupScope, CleanupCriteria, IEnumerable<(string Name, object? Value)[]>> Queries { get; init; } = static (_, _) => [[]];
}

/// <summary>How the newest message is found.</summary>
/// <param name="List">The list.</param>
/// <param name="Query">What is asked of it, so that the newest comes on the first page.</param>
/// <param name="Read">Reads a row.</param>
public sealed record MessageLook(Operation List, (string Name, object? Value)[] Query, Func<JsonElement, NewestMessage> Read);

/// <summary>How those who take part are found.</summary>
/// <param name="List">The list.</param>
/// <param name="Read">The identity, or else the address, of a row; else its identifier.</param>
public sealed record ParticipantLook(Operation List, Func<JsonElement, string> Read);
