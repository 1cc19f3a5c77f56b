namespace ConversationsAdmin.Twilio;

/// <summary>When a conversation's timers will change its state.</summary>
public sealed class ConversationTimers
{
    /// <summary>When the conversation becomes inactive, in UTC; null when that timer is off.</summary>
    public DateTimeOffset? DateInactive { get; init; }

    /// <summary>When the conversation is closed for good, in UTC; null when that timer is off.</summary>
    public DateTimeOffset? DateClosed { get; init; }

    /// <summary>Both dates on one line.</summary>
    public override string ToString() => string.Join(", ", Parts());

    private IEnumerable<string> Parts()
    {
        if (DateInactive is { } inactive)
        {
            yield return $"inactive {inactive:u}";
        }

        if (DateClosed is { } closed)
        {
            yield return $"closed {closed:u}";
        }
    }
}
