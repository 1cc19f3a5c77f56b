using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

internal static class ConversationEndpoints
{
    private const string List = "/v2/apps/{appId}/conversations";
    public const string One = "/v2/apps/{appId}/conversations/{conversationId}";

    public static readonly Endpoint[] All =
    [
        new("GET", List, ConversationListing.Read) { Query = ConversationListing.Query },
        new("POST", List, Create) { Body = ConversationFields.OfNew },
        new("GET", One, call => Show(200, call.Conversation())),
        new("PATCH", One, Update) { Body = ConversationFields.OfUpdate },
        new("DELETE", One, Delete),
    ];

    private static Answer Create(Call call)
    {
        var isPersonal = call.Body.Text(ConversationFields.Type) == ConversationFields.Personal;
        var users = ParticipantFields.Read(call, call.Body.Items(ConversationFields.Participants), isPersonal);
        var conversation = new SunshineConversation
        {
            Id = SunshineId.Next(call.Ids),
            IsPersonal = isPersonal,
            Users = users,
            CreatedAt = call.Now,
            LastUpdatedAt = call.Now,
            Begin = NewContent.Make,
        };
        ConversationFields.Apply(call.Body, conversation);
        call.App.Add(conversation);
        return Show(201, conversation);
    }

    private static Answer Update(Call call)
    {
        var conversation = call.Conversation();
        ConversationFields.Apply(call.Body, conversation);
        return Show(200, conversation);
    }

    private static Answer Delete(Call call)
    {
        var conversation = call.Conversation();
        if (conversation.IsDefault)
            throw SunshineError.BadRequest($"Conversation {conversation.Id} is the default one of its user, so it cannot be deleted.");
        call.App.Remove(conversation);
        return Answer.EmptyObject;
    }

    private static Answer Show(int status, SunshineConversation conversation) => Answer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("conversation");
        ConversationJson.Write(json, conversation);
        json.WriteEndObject();
    });
}
