using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>One documented operation: where it is, what it takes, and what it does.</summary>
internal sealed record Endpoint(string Method, string Path, Func<Call, Answer> Act)
{
    public PathTemplate Template { get; } = new(Path);

    public FieldSet Query { get; init; } = FieldSet.None;

    public FieldSet Form { get; init; } = FieldSet.None;

    /// <summary>Whether the operation documents X-Twilio-Webhook-Enabled.</summary>
    public bool TakesWebhookHeader { get; init; }

    public WriteBudget? Budget { get; init; }
}
