using System.Collections.Immutable;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A field of a provider's answer, as the provider documents it.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Type">The JSON type.</param>
public sealed record ShapeField(string Name, ShapeType Type)
{
    /// <summary>The form of a text: <c>date-time</c>, <c>uri</c> or <c>uuid</c>; null when any will do.</summary>
    public string? Format { get; init; }

    /// <summary>True when it may be null.</summary>
    public bool Nullable { get; init; }

    /// <summary>The documented words of a text, to which the provider may add; empty when there are none.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>What an object holds; null when it may hold anything.</summary>
    public ObjectShape? Members { get; init; }

    /// <summary>What each item of a list is, under the name of the list; null when it is no list.</summary>
    public ShapeField? Items { get; init; }

    /// <summary>What the value means, in one short sentence; null when the name says it.</summary>
    public string? Description { get; init; }
}
