using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class UserConversationEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Users/{UserSid}/Conversations";
    private const string One = "/v1/Services/{ChatServiceSid}/Users/{UserSid}/Conversations/{ConversationSid}";

    private const string Level = "NotificationLevel";
    private const string LastReadTimestamp = "LastReadTimestamp";
    private const string LastReadMessageIndex = "LastReadMessageIndex";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(50)) },
        new("GET", One, Show),
        new("POST", One, Update)
        {
            Form = new FieldSet(
                new ChoiceField(Level, NotificationLevel.Default, NotificationLevel.Muted),
                new DateField(LastReadTimestamp),
                new WholeNumberField(LastReadMessageIndex, 0)),
        },
        new("DELETE", One, Leave),
    ];

    private static Answer Read(Call call)
    {
        var user = call.ParentUser();
        var participants = ParticipantOrder.NewestFirst(user.Service.ParticipantsByIdentity[user.Identity]);
        return Paging.Page(call, new Listing<Participant>("conversations", participants, (json, participant) =>
        {
            participant.Conversation.Settle(call.Now);
            UserConversationJson.Write(json, call.Account, user, participant);
        }));
    }

    private static Answer Update(Call call)
    {
        var participant = call.UserConversation().Participant;
        ConversationEndpoints.DemandOpen(participant.Conversation);
        participant.Muted = call.Form.Text(Level) is { } level ? level == NotificationLevel.Muted : participant.Muted;
        participant.LastReadTimestamp = call.Form.Date(LastReadTimestamp) ?? participant.LastReadTimestamp;
        participant.LastReadMessageIndex = call.Form.WholeNumber(LastReadMessageIndex) ?? participant.LastReadMessageIndex;
        participant.DateUpdated = call.Now;
        return Show(call);
    }

    private static Answer Leave(Call call)
    {
        call.Account.Remove(call.UserConversation().Participant);
        return Answer.NoContent;
    }

    private static Answer Show(Call call)
    {
        var (user, participant) = call.UserConversation();
        return Answer.Json(200, json => UserConversationJson.Write(json, call.Account, user, participant));
    }
}
