namespace ConversationsAdmin.Core.Operations;

/// <summary>A kind of Telnyx identifier: a UUID.</summary>
/// <param name="IdentifierName">What parameters and properties of this kind are called.</param>
/// <param name="Noun">What it identifies.</param>
public sealed record UuidKind(string IdentifierName, string Noun) : IdentifierKind(Provider.Telnyx, IdentifierName, Noun)
{
    /// <summary>An AI conversation.</summary>
    public static readonly UuidKind Conversation = new("ConversationId", "Telnyx conversation");

    internal static IReadOnlyList<UuidKind> All { get; } = [Conversation];

    /// <inheritdoc/>
    public override string OfNothing => Guid.Empty.ToString("D");

    /// <inheritdoc/>
    protected override string Form => "a UUID such as 3fa85f64-5717-4562-b3fc-2c963f66afa6";

    /// <inheritdoc/>
    protected override string Word => "id";

    /// <inheritdoc/>
    public override bool Matches(string? text) => text is { Length: 36 } && Guid.TryParseExact(text, "D", out _);
}
