namespace ConversationsAdmin;

/// <summary>A request to a provider that did not succeed. What derives from it says how.</summary>
public abstract class ProviderException : Exception
{
    private protected ProviderException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A stable name for the kind of error, such as <c>Twilio.20404</c> or <c>Timeout</c>.</summary>
    public abstract string ErrorId { get; }

    /// <summary>The provider that was asked.</summary>
    public required Provider Provider { get; init; }

    /// <summary>The provider's name of the operation, such as <c>DeleteServiceConversation</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>How many requests were sent, retries included.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What to do about it, in one sentence; null where nothing better can be said than what went wrong.</summary>
    public string? Advice { get; init; }

    /// <summary>What went wrong, and what to do about it.</summary>
    public override string Message => Advice is null ? base.Message : $"{base.Message.TrimEnd('.', ' ')}. {Advice}";
}
