using System.Buffers;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A kind of Twilio identifier: two letters and 32 hexadecimal digits.</summary>
/// <param name="Prefix">The two letters.</param>
/// <param name="Noun">What it identifies.</param>
public sealed record SidKind(string Prefix, string Noun)
    : IdentifierKind(Provider.Twilio, string.Concat(Noun.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Sid", Noun)
{
    /// <summary>An account.</summary>
    public static readonly SidKind Account = new("AC", "account");

    /// <summary>An API key.</summary>
    public static readonly SidKind ApiKey = new("SK", "API key");

    /// <summary>A Conversations service.</summary>
    public static readonly SidKind Service = new("IS", "service");

    /// <summary>A conversation.</summary>
    public static readonly SidKind Conversation = new("CH", "conversation");

    /// <summary>A participant of a conversation.</summary>
    public static readonly SidKind Participant = new("MB", "participant");

    /// <summary>A role.</summary>
    public static readonly SidKind Role = new("RL", "role");

    /// <summary>A message.</summary>
    public static readonly SidKind Message = new("IM", "message");

    /// <summary>A delivery receipt of a message.</summary>
    public static readonly SidKind Receipt = new("DY", "receipt");

    /// <summary>A webhook of a conversation.</summary>
    public static readonly SidKind Webhook = new("WH", "webhook");

    /// <summary>A user of a service.</summary>
    public static readonly SidKind User = new("US", "user");

    /// <summary>A push binding.</summary>
    public static readonly SidKind Binding = new("BS", "binding");

    /// <summary>A messaging service.</summary>
    public static readonly SidKind MessagingService = new("MG", "messaging service");

    /// <summary>Media of a message.</summary>
    public static readonly SidKind Media = new("ME", "media");

    /// <summary>A content template.</summary>
    public static readonly SidKind Content = new("HX", "content");

    /// <summary>A Studio flow.</summary>
    public static readonly SidKind Flow = new("FW", "flow");

    /// <summary>A Proxy service.</summary>
    public static readonly SidKind ProxyService = new("KS", "proxy service");

    /// <summary>A session of a Proxy service.</summary>
    public static readonly SidKind Session = new("KC", "session");

    private const int DigitCount = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    internal static IReadOnlyList<SidKind> All { get; } =
    [
        Account, ApiKey, Service, Conversation, Participant, Role, Message, Receipt, Webhook, User, Binding, MessagingService, Media, Content, Flow,
        ProxyService, Session,
    ];

    /// <inheritdoc/>
    public override string OfNothing => Prefix + new string('0', DigitCount);

    /// <inheritdoc/>
    protected override string Form => $"{Prefix} and {DigitCount} hexadecimal digits";

    /// <inheritdoc/>
    protected override string Word => "SID";

    /// <inheritdoc/>
    public override bool Matches(string? text) =>
        text is not null
        && text.Length == Prefix.Length + DigitCount
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(HexDigits) < 0;
}
