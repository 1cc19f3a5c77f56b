using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ParticipantConversationEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/ParticipantConversations";

    private const string Identity = "Identity";
    private const string Address = "Address";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read)
        {
            Query = new FieldSet(
            [
                new TextField(Identity) { MinLength = 1, MaxLength = 256 },
                new TextField(Address) { MinLength = 1 },
                .. Paging.FieldsUpTo(50),
            ]),
        },
    ];

    private static Answer Read(Call call)
    {
        var (service, identity, address) = (call.Service(), call.Query.Text(Identity), call.Query.Text(Address));
        var found = (identity, address) switch
        {
            ({ } text, null) => service.ParticipantsByIdentity[text],
            (null, { } text) => service.ParticipantsByAddress[text],
            _ => throw TwilioError.BadParameter($"Either {Identity} or {Address} is to be given, and not both."),
        };
        return Paging.Page(call, new Listing<Participant>("conversations", ParticipantOrder.NewestFirst(found), (json, participant) =>
        {
            participant.Conversation.Settle(call.Now);
            ParticipantConversationJson.Write(json, call.Account, participant);
        }));
    }
}
