using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Http;

/// <summary>Something that a person may want to know about a request while it runs. Never holds a secret or a body.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Path">The path.</param>
/// <param name="Text">What happened.</param>
/// <param name="IsRetry">True when the request will be sent again.</param>
public sealed record RequestNotice(Operation Operation, string Path, string Text, bool IsRetry);
