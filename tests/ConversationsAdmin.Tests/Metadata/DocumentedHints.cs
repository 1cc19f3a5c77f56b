namespace ConversationsAdmin.Tests.Metadata;

/// <summary>What an agent is told of an operation before it calls it.</summary>
internal sealed record DocumentedHints
{
    public required bool ReadOnly { get; init; }

    public required bool Destructive { get; init; }

    public required bool Idempotent { get; init; }
}
