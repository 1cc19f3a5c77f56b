using System.Buffers;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A kind of Sunshine Conversations identifier: 24 hexadecimal digits.</summary>
/// <param name="IdentifierName">What parameters and properties of this kind are called.</param>
/// <param name="Noun">What it identifies.</param>
public sealed record HexIdKind(string IdentifierName, string Noun) : IdentifierKind(Provider.Sunshine, IdentifierName, Noun)
{
    /// <summary>An app.</summary>
    public static readonly HexIdKind App = new("AppId", "app");

    /// <summary>A conversation.</summary>
    public static readonly HexIdKind Conversation = new("ConversationId", "Sunshine conversation");

    private const int DigitCount = 24;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    internal static IReadOnlyList<HexIdKind> All { get; } = [Conversation, App];

    /// <inheritdoc/>
    public override string OfNothing => new('0', DigitCount);

    /// <inheritdoc/>
    protected override string Form => $"{DigitCount} hexadecimal digits";

    /// <inheritdoc/>
    protected override string Word => "id";

    /// <inheritdoc/>
    public override bool Matches(string? text) => text is { Length: DigitCount } && text.AsSpan().IndexOfAnyExcept(HexDigits) < 0;
}
