namespace ConversationsAdmin.Core.Journals;

/// <summary>A line about an item: that it was begun, or how it ended.</summary>
internal sealed record JournalLine
{
    /// <summary>The key of an item that is begun; null in a line about an end.</summary>
    public string? Begun { get; init; }

    /// <summary>The key of an item that ended; null in a line about a beginning.</summary>
    public string? Ended { get; init; }

    public string? Outcome { get; init; }

    public int? Attempts { get; init; }

    public string? ErrorId { get; init; }

    public string? Message { get; init; }

    public string? RequestId { get; init; }

    public required DateTimeOffset Time { get; init; }

    internal static JournalLine OfBegin(string key) => new() { Begun = key, Time = DateTimeOffset.UtcNow };

    internal static JournalLine OfEnd(JournalEntry entry) => new()
    {
        Ended = entry.Key,
        Outcome = entry.Outcome,
        Attempts = entry.Attempts > 0 ? entry.Attempts : null,
        ErrorId = entry.ErrorId,
        Message = entry.Message,
        RequestId = entry.RequestId,
        Time = DateTimeOffset.UtcNow,
    };
}
