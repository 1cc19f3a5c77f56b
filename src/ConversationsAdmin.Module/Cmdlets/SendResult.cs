namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>What a change made, or why it did not.</summary>
/// <typeparam name="T">The resource.</typeparam>
public sealed class SendResult<T> : JournaledResult
{
    internal SendResult(T resource, object? target)
    {
        Resource = resource;
        Target = target;
    }

    internal SendResult(ProviderException error, object? target)
    {
        Error = error;
        Target = target;
    }

    internal T? Resource { get; }

    internal ProviderException? Error { get; }

    internal object? Target { get; }
}
