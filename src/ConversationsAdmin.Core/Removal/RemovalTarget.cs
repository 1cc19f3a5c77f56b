using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Removal;

/// <summary>Something to be removed, with the checked request that removes it.</summary>
public sealed record RemovalTarget
{
    /// <summary>The request that removes it.</summary>
    public required OperationRequest Delete { get; init; }

    /// <summary>
    /// The request that fetches what it belongs to; null when it belongs to nothing but the account.
    /// A 404 for the target means that it is gone only if this answers.
    /// </summary>
    public OperationRequest? FetchParent { get; init; }

    /// <summary>The code with which the provider says that the target itself is not there; null when it does not tell the target from its parent.</summary>
    public string? NotFoundCode { get; init; }

    /// <summary>What it belongs to, as a sentence names it; null when it belongs to nothing but the account.</summary>
    public string? Parent { get; init; }

    /// <summary>The identifier, or the name, as the outcome shows it.</summary>
    public required string Name { get; init; }

    /// <summary>True when <see cref="Name"/> is no identifier: then a 404 may be a misspelling, and is an error.</summary>
    public bool IsAlternateName { get; init; }

    /// <summary>The type of the target.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The account.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The identifiers on the way to it, with its own.</summary>
    public required ResourceAddress Address { get; init; }
}
