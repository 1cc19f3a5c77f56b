using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Sunshine.Fields;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>One documented operation: where it is, what it takes, and what it does.</summary>
internal sealed record Endpoint(string Method, string Path, Func<Call, Answer> Act)
{
    public PathTemplate Template { get; } = new(Path);

    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>The fields of its body; null means that it takes none.</summary>
    public FieldSet? Body { get; init; }
}
