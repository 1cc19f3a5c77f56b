namespace ConversationsAdmin.Sandbox.Data;

internal sealed class Conversation : IListed
{
    private ConversationContent? content;

    public required string Sid { get; init; }

    public required Service Service { get; init; }

    public required DateTimeOffset DateCreated { get; set; }

    public required DateTimeOffset DateUpdated { get; set; }

    public string? FriendlyName { get; set; }

    public string? UniqueName { get; set; }

    public string? MessagingServiceSid { get; set; }

    public string Attributes { get; set; } = "{}";

    public ConversationState State { get; set; } = ConversationState.Active;

    public DateTimeOffset? DateInactive { get; set; }

    public DateTimeOffset? DateClosed { get; set; }

    public string? EmailAddress { get; set; }

    public string? EmailName { get; set; }

    public OrderedItems<Participant> Participants { get; } = new(SortKey.OldestFirst);

    /// <summary>Makes what a sample conversation holds, once somebody asks: for many conversations all of it would not fit.</summary>
    public Func<Conversation, ConversationContent>? Sample { get; set; }

    public ConversationContent Content => content ??= Sample?.Invoke(this) ?? new ConversationContent();

    /// <summary>Makes the sample content before the participants change, from whom it is made.</summary>
    public void KeepSample()
    {
        if (Sample is not null)
            _ = Content;
    }

    public MessageLog Messages => Content.Messages;

    /// <summary>The index that the newest message was given, null before the first one. Deleting does not take it back.</summary>
    public int? LastMessageIndex => Messages.LastIndex;

    public int MessageCount => Messages.Items.Count;

    public SortKey SortKey => new(DateCreated, Sid);

    /// <summary>Lets the timers that have run out take effect. Nothing else does, so whoever reads the state settles first.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (State is ConversationState.Closed or ConversationState.Initializing)
            return;
        if (DateInactive <= now)
        {
            if (State == ConversationState.Active)
                (State, DateUpdated) = (ConversationState.Inactive, DateInactive.Value);
            DateInactive = null;
        }
        if (DateClosed <= now)
            Close(DateClosed.Value);
    }

    /// <summary>A new message makes an inactive conversation active again.</summary>
    public void Wake(DateTimeOffset now)
    {
        if (State == ConversationState.Inactive)
            (State, DateUpdated) = (ConversationState.Active, now);
    }

    public void Close(DateTimeOffset when)
    {
        State = ConversationState.Closed;
        DateUpdated = when;
        (DateInactive, DateClosed) = (null, null);
    }

    public bool IsClosed(DateTimeOffset now)
    {
        Settle(now);
        return State == ConversationState.Closed;
    }
}
