using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>One documented operation: where it is, what it takes, and what it does.</summary>
internal sealed record Endpoint<TCall>(string Method, string Path, Func<TCall, Answer> Act)
    where TCall : TwilioCall
{
    public PathTemplate Template { get; } = new(Path);

    public FieldSet Query { get; init; } = FieldSet.None;

    public FieldSet Form { get; init; } = FieldSet.None;

    /// <summary>Whether the operation documents X-Twilio-Webhook-Enabled.</summary>
    public bool TakesWebhookHeader { get; init; }

    public ActionBudget<TCall>? Budget { get; init; }
}
