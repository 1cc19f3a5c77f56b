using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Pacing;

/// <summary>What a budget of actions is counted for: a service, a conversation, or all writes of the connection to an API.</summary>
/// <param name="Api">The API.</param>
/// <param name="ServiceSid">The service; null for all.</param>
/// <param name="ConversationSid">The conversation, by its SID or its unique name; null for the service itself.</param>
internal readonly record struct BudgetKey(Api Api, string? ServiceSid = null, string? ConversationSid = null)
{
    /// <summary>True when the provider publishes how many actions a second are allowed.</summary>
    internal bool IsPublished => ServiceSid is not null;

    /// <summary>The budget that a request draws on; null when no limit is known for it, as for every read.</summary>
    internal static BudgetKey? Of(OperationRequest request) => request.Operation switch
    {
        { ReadOnly: true } => null,
        { BudgetScope: BudgetScope.Service } => new BudgetKey(request.Operation.Api, request.Identifier("ServiceSid")),
        { BudgetScope: BudgetScope.Conversation } => new BudgetKey(
            request.Operation.Api, request.Identifier("ServiceSid"), request.Identifier("ConversationSid")),
        { Api: Api.TwilioConversations } => null,
        _ => AllWritesOf(request.Operation),
    };

    /// <summary>The budget of whatever has none of its own, where a person has set the pace.</summary>
    internal static BudgetKey AllWritesOf(Operation operation) => new(operation.Api);

    public override string ToString() =>
        ConversationSid is not null ? $"conversation {ConversationSid}"
        : ServiceSid is not null ? $"service {ServiceSid}"
        : Api == Api.TwilioProxy ? "writes to Proxy"
        : "writes";
}
