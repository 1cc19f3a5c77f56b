namespace ConversationsAdmin.Core.Operations;

/// <summary>A kind of identifier: what it identifies, and what form it has.</summary>
/// <param name="Provider">The provider that gives such identifiers.</param>
/// <param name="IdentifierName">What parameters and properties of this kind are called, such as <c>ConversationSid</c>.</param>
/// <param name="Noun">What it identifies.</param>
public abstract record IdentifierKind(Provider Provider, string IdentifierName, string Noun)
{
    private static readonly Lazy<IReadOnlyList<IdentifierKind>> All = new(() => [.. SidKind.All, .. UuidKind.All, .. HexIdKind.All]);

    /// <summary>Whether a text is an identifier of this kind.</summary>
    /// <param name="text">The text.</param>
    public abstract bool Matches(string? text);

    /// <summary>An identifier of this kind that names nothing, to ask a provider whether it answers at all.</summary>
    public abstract string OfNothing { get; }

    /// <summary>The form that identifiers of this kind have, as a sentence says it.</summary>
    protected abstract string Form { get; }

    /// <summary>The word for such an identifier, such as <c>SID</c>.</summary>
    protected abstract string Word { get; }

    /// <summary>The kind that a provider's parameters and properties of this name hold; null when they hold none.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="identifierName">The name, such as <c>ConversationSid</c>.</param>
    public static IdentifierKind? ForName(Provider provider, string identifierName) =>
        All.Value.FirstOrDefault(kind => kind.Provider == provider && kind.IdentifierName == identifierName);

    /// <summary>Why a text is no identifier of this kind, and what is.</summary>
    /// <param name="text">The text.</param>
    public string Explain(string? text)
    {
        var expected = $"Give {this}: {Form}.";
        return string.IsNullOrWhiteSpace(text) ? $"the identifier is blank. {expected}"
            : All.Value.FirstOrDefault(kind => kind.Matches(text)) is { } other && other != this ? $"'{text}' is {other}. {expected}"
            : $"'{text}' is not {this}. {expected}";
    }

    /// <summary>The kind as a sentence names it.</summary>
    // Not before a u: it is "a user".
    public sealed override string ToString() => $"{("aeioAEIO".Contains(Noun[0]) ? "an" : "a")} {Noun} {Word}";
}
