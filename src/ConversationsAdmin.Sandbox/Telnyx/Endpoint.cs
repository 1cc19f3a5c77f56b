using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>One documented operation: where it is and what it does.</summary>
internal sealed record Endpoint(string Method, string Path, Func<Call, Answer> Act)
{
    public PathTemplate Template { get; } = new(Path);
}
