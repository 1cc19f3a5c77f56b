namespace ConversationsAdmin.Sandbox.Data;

internal sealed class Conversation : IListed
{
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
