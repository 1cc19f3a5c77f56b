using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>What was said in a conversation, and what was found out about it.</summary>
internal static class ContentEndpoints
{
    public static readonly Endpoint[] All =
    [
        new("GET", $"{ConversationEndpoints.One}/messages", Messages),
        new("POST", $"{ConversationEndpoints.One}/message", call => call.Idempotency.Once(call, Add)),
        new("GET", $"{ConversationEndpoints.One}/conversations-insights", Insights),
    ];

    private static Answer Messages(Call call)
    {
        var page = PageNumbers.Read(call);
        return page.Page(call.Conversation().Content.Messages, MessageJson.Write);
    }

    // What its answer holds is not documented.
    private static Answer Add(Call call)
    {
        QueryNames.Demand(call);
        var message = MessageBody.Read(call);
        call.Conversation().Add(message);
        return Answer.EmptyObject;
    }

    // Its answer counts pages, but no parameter to ask for one is documented.
    private static Answer Insights(Call call)
    {
        QueryNames.Demand(call);
        return PageNumbers.Default.Page(call.Conversation().Content.Insights, InsightJson.Write);
    }
}
