namespace ConversationsAdmin.Sandbox.Data;

internal sealed class Participant : IListed
{
    public required string Sid { get; init; }

    public required Conversation Conversation { get; init; }

    public required DateTimeOffset DateCreated { get; set; }

    public required DateTimeOffset DateUpdated { get; set; }

    public string? Identity { get; set; }

    public MessagingBinding? Binding { get; set; }

    public string Attributes { get; set; } = "{}";

    public string? RoleSid { get; set; }

    public int? LastReadMessageIndex { get; set; }

    public DateTimeOffset? LastReadTimestamp { get; set; }

    /// <summary>Whether this user wants no notifications from this conversation.</summary>
    public bool Muted { get; set; }

    public SortKey SortKey => new(DateCreated, Sid);

    /// <summary>Whether messages name the participant so: by identity, or by the address outside chat.</summary>
    public bool IsNamed(string author) => Identity == author || (Identity is null && Binding?.Address == author);
}
