namespace ConversationsAdmin.Sandbox.Telnyx.Data;

/// <summary>Creation dates between which alone a conversation can be that is looked for, both included.</summary>
internal readonly record struct CreatedRange(DateTimeOffset From, DateTimeOffset To)
{
    public static CreatedRange Always { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    public static CreatedRange Never { get; } = new(DateTimeOffset.MaxValue, DateTimeOffset.MinValue);

    public CreatedRange Both(CreatedRange other) => new(Later(From, other.From), Earlier(To, other.To));

    public CreatedRange Either(CreatedRange other) => new(Earlier(From, other.From), Later(To, other.To));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
