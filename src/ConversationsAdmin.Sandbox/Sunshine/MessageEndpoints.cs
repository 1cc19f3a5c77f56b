using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>The messages of a conversation: they are listed from the newest page on backwards, each page the oldest first.</summary>
internal static class MessageEndpoints
{
    private const string List = $"{ConversationEndpoints.One}/messages";
    private const int PageSize = 100;
    private const int MostMessages = 30_000;

    public static readonly Endpoint[] All =
    [
        new("GET", List, Read) { Query = PageRequest.Query },
        new("POST", List, Post) { Body = MessageFields.Set },
    ];

    private static Answer Read(Call call)
    {
        var problems = new List<string>();
        var page = PageRequest.ReadOfFixedSize(call.Query, PageSize, problems);
        if (problems.Count > 0)
            throw SunshineError.BadRequest(problems);
        // This list documents another code for an unknown conversation than all the rest.
        var conversation = call.ConversationIfAny() ?? throw SunshineError.ResourceNotFound();
        var messages = conversation.Content.Messages;
        return page.FromEndOf(messages.Count, cursor => PlaceOf(cursor, messages)).Answer(
            "messages",
            messages,
            message => message.Id,
            MessageJson.Write,
            $"{call.AddressOfList}/{conversation.Id}/messages?");
    }

    private static (int Before, int Behind) PlaceOf(string cursor, List<SunshineMessage> messages) =>
        messages.FindIndex(message => message.Id == cursor) is >= 0 and var index
            ? (index, index + 1)
            : throw PageRequest.UnknownCursor(cursor);

    private static Answer Post(Call call)
    {
        var conversation = call.Conversation();
        var message = MessageFields.Read(call);
        if (conversation.Content.Messages.Count >= MostMessages)
            throw SunshineError.Locked($"Message limit of {MostMessages} per conversation reached.");
        conversation.Add(message);
        return Answer.Json(201, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("messages");
            MessageJson.Write(json, message);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
