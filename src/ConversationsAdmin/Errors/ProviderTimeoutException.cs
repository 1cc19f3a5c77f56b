namespace ConversationsAdmin;

/// <summary>The provider did not answer in time. Whether it acted is not known.</summary>
public sealed class ProviderTimeoutException : ProviderException
{
    internal ProviderTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary><c>Timeout</c>.</summary>
    public override string ErrorId => "Timeout";
}
