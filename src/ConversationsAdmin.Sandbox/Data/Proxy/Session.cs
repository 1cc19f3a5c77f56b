namespace ConversationsAdmin.Sandbox.Data.Proxy;

internal sealed class Session : IListed
{
    private OrderedItems<Interaction>? interactions;

    public required string Sid { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset DateUpdated { get; set; }

    public DateTimeOffset? DateEnded { get; set; }

    public DateTimeOffset? DateLastInteraction { get; set; }

    public DateTimeOffset? DateExpiry { get; set; }

    public string? UniqueName { get; init; }

    public string Status { get; set; } = SessionStatus.Open;

    public string ClosedReason { get; set; } = Proxy.ClosedReason.None;

    /// <summary>The seconds that the session lasts after its last interaction; 0 sets no end.</summary>
    public int Ttl { get; set; }

    public string Mode { get; init; } = SessionMode.VoiceAndMessage;

    public IReadOnlyList<SessionParticipant> Participants { get; init; } = [];

    /// <summary>Makes the interactions of a sample session, once somebody asks.</summary>
    public Func<Session, IEnumerable<Interaction>>? Sample { get; init; }

    public OrderedItems<Interaction> Interactions => interactions ??= MakeInteractions();

    public SortKey SortKey => new(DateCreated, Sid);

    /// <summary>When the session expires, or would with another date or time to live. A date, once given, overrides the time to live.</summary>
    public DateTimeOffset? ExpiryWith(DateTimeOffset? dateExpiry, int? ttl)
    {
        if ((dateExpiry ?? DateExpiry) is { } date)
            return date;
        return (ttl ?? Ttl) is > 0 and var seconds ? (DateLastInteraction ?? DateCreated).AddSeconds(seconds) : null;
    }

    /// <summary>Lets the expiry take effect once its time has come. Nothing else does, so whoever reads the status settles first.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (Status is not (SessionStatus.Open or SessionStatus.InProgress) || ExpiryWith(null, null) is not { } expiry || expiry > now)
            return;
        // An expiry may be set in the past, but nothing ends before it was last changed.
        Close(expiry > DateUpdated ? expiry : DateUpdated, Proxy.ClosedReason.Expired);
    }

    /// <summary>Adds what was said last. It puts off an expiry by the time to live, and an open session is in progress from then on.</summary>
    public void Add(Interaction interaction)
    {
        Interactions.Add(interaction);
        (DateLastInteraction, DateUpdated) = (interaction.DateCreated, interaction.DateCreated);
        if (Status == SessionStatus.Open)
            Status = SessionStatus.InProgress;
    }

    public bool IsActive(DateTimeOffset now)
    {
        Settle(now);
        return Status is SessionStatus.Open or SessionStatus.InProgress;
    }

    public void Close(DateTimeOffset when, string reason)
    {
        Status = SessionStatus.Closed;
        ClosedReason = reason;
        (DateEnded, DateUpdated) = (when, when);
    }

    public void Reopen()
    {
        Status = SessionStatus.InProgress;
        ClosedReason = Proxy.ClosedReason.None;
        DateEnded = null;
    }

    private OrderedItems<Interaction> MakeInteractions()
    {
        var made = new OrderedItems<Interaction>(SortKey.NewestFirst);
        if (Sample is not null)
            made.Fill(Sample(this));
        return made;
    }
}
