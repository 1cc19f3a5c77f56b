namespace ConversationsAdmin;

/// <summary>The provider could not be reached, or the connection broke before its answer was complete.</summary>
public sealed class ProviderConnectionException : ProviderException
{
    internal ProviderConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary><c>NotConnected</c> when the request never left, <c>ConnectionLost</c> when it may have arrived.</summary>
    public override string ErrorId => NeverSent ? "NotConnected" : "ConnectionLost";

    /// <summary>True when no connection was made, so that the provider cannot have acted.</summary>
    public required bool NeverSent { get; init; }
}
