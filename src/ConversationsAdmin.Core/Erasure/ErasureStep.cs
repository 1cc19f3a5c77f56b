using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>One thing that carries the person, and what is to be done with it.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="ResourceType">Its type, such as <c>ConvMessage</c>.</param>
/// <param name="Address">The identifiers on the way to it, with its own.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Action">What is to be done with it.</param>
internal sealed record ErasureStep(ErasureKind Kind, string ResourceType, ResourceAddress Address, string Id, ErasureAction Action)
{
    /// <summary>What the update sends, by wire name; only where it is redacted.</summary>
    internal IReadOnlyList<(string Name, object? Value)> Changes { get; init; } = [];

    /// <summary>Why it is done so, or left.</summary>
    internal string? Why { get; init; }

    /// <summary>True when it is left although it carries the person, because it can't be changed.</summary>
    internal bool Remains { get; init; }

    /// <summary>True when what is sent is made of what was read, so that it must be read again shortly before.</summary>
    internal bool IsRewritten { get; init; }

    /// <summary>True for what the person is found by, which goes last.</summary>
    internal bool GoesLast { get; init; }
}
