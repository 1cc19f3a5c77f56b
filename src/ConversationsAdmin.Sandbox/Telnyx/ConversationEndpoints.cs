using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx.Data;
using ConversationsAdmin.Sandbox.Telnyx.Filters;

namespace ConversationsAdmin.Sandbox.Telnyx;

internal static class ConversationEndpoints
{
    public const string List = "/v2/ai/conversations";
    public const string One = $"{List}/{{{Call.ConversationId}}}";

    public static readonly Endpoint[] All =
    [
        new("GET", List, Read),
        new("POST", List, call => call.Idempotency.Once(call, Create)),
        new("GET", One, Fetch),
        new("PUT", One, Update),
        new("DELETE", One, Delete),
    ];

    private static Answer Read(Call call)
    {
        var query = ListQuery.Read(call.Query, call.Options);
        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            foreach (var conversation in query.Of(call.Conversations))
                ConversationJson.Write(json, conversation);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    // The one answer that is not wrapped in data.
    private static Answer Create(Call call)
    {
        QueryNames.Demand(call);
        var body = ConversationBody.Read(call.Request, takesName: true);
        var conversation = new AiConversation
        {
            Id = Uuid.Next(call.Ids),
            Name = body.Name ?? "",
            CreatedAt = call.Now,
            LastMessageAt = call.Now,
            Metadata = body.Metadata ?? Metadata.Empty,
        };
        call.Conversations.Add(conversation);
        return Answer.Json(200, json => ConversationJson.Write(json, conversation));
    }

    private static Answer Fetch(Call call)
    {
        QueryNames.Demand(call);
        return Show(call.Conversation());
    }

    private static Answer Update(Call call)
    {
        QueryNames.Demand(call);
        // A schema is looked at before the data is.
        var body = ConversationBody.Read(call.Request, takesName: false);
        var conversation = call.Conversation();
        if (body.Metadata is { } metadata)
            conversation.Metadata = call.Options.PutMerges ? conversation.Metadata.With(metadata) : metadata;
        return Show(conversation);
    }

    private static Answer Delete(Call call)
    {
        QueryNames.Demand(call);
        call.Conversations.Remove(call.Conversation());
        return new Answer(200, default);
    }

    private static Answer Show(AiConversation conversation) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("data");
        ConversationJson.Write(json, conversation);
        json.WriteEndObject();
    });
}
