using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Http;

/// <summary>Something that a person may want to know about a request while it runs. Never holds a secret or a body.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Path">The path.</param>
/// <param name="Text">What happened.</param>
/// <param name="Kind">What it is about.</param>
public sealed record RequestNotice(Operation Operation, string Path, string Text, RequestNoticeKind Kind)
{
    /// <summary>True when the request will be sent again.</summary>
    public bool IsRetry => Kind == RequestNoticeKind.Retry;
}

/// <summary>What a notice is about.</summary>
public enum RequestNoticeKind
{
    /// <summary>The request was answered for good.</summary>
    Answer,

    /// <summary>The request will be sent again.</summary>
    Retry,

    /// <summary>The pace or the number of requests at once that the connection keeps to.</summary>
    Pace,
}
