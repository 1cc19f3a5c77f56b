using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>Who takes part in a conversation; of the operations of participants only the list is here.</summary>
internal static class ParticipantEndpoints
{
    private const string List = $"{ConversationEndpoints.One}/participants";

    public static readonly Endpoint[] All = [new("GET", List, Read) { Query = PageRequest.Query }];

    private static Answer Read(Call call)
    {
        var problems = new List<string>();
        var page = PageRequest.Read(call.Query, problems);
        if (problems.Count > 0)
            throw SunshineError.BadRequest(problems);
        var conversation = call.Conversation();
        var participants = conversation.Content.Participants;
        return page.Of(participants.Count, cursor => PlaceOf(cursor, participants)).Answer(
            "participants",
            participants,
            participant => participant.Id,
            (json, participant) => Write(json, conversation.Content, participant),
            $"{call.AddressOfList}/{conversation.Id}/participants?{PageRequest.SizeField}={page.Size}&");
    }

    private static (int Before, int Behind) PlaceOf(string cursor, IReadOnlyList<SunshineParticipant> participants)
    {
        for (var index = 0; index < participants.Count; index++)
        {
            if (participants[index].Id == cursor)
                return (index, index + 1);
        }
        throw PageRequest.UnknownCursor(cursor);
    }

    private static void Write(Utf8JsonWriter json, SunshineContent content, SunshineParticipant participant)
    {
        json.WriteStartObject();
        json.WriteString("id", participant.Id);
        json.WriteString("userId", participant.User.Id);
        if (participant.User.ExternalId is { } externalId)
            json.WriteString("userExternalId", externalId);
        json.WriteNumber("unreadCount", content.UnreadBy(participant));
        if (participant.LastRead is { } read)
            json.WriteString("lastRead", SunshineDate.Text(read));
        json.WriteStartArray("clientAssociations");
        if (participant.ClientId is { } client)
        {
            json.WriteStartObject();
            json.WriteString("type", "sdk");
            json.WriteString("clientId", client);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
