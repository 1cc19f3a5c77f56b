namespace ConversationsAdmin;

/// <summary>The provider answered with success, or with a redirect, but not in the way that its documents describe.</summary>
public sealed class UnexpectedResponseException : ProviderException
{
    internal UnexpectedResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary><c>UnexpectedResponse</c>.</summary>
    public override string ErrorId => "UnexpectedResponse";

    /// <summary>True when the provider may have done what was asked for.</summary>
    internal bool MayHaveActed { get; init; }
}
