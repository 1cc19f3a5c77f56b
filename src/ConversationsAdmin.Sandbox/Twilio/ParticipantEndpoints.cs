using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ParticipantEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Participants";
    private const string One = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Participants/{Sid}";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(100)) },
        new("POST", List, Create) { Form = ParticipantFields.ForCreate, TakesWebhookHeader = true, Budget = WriteBudget.PerConversation },
        new("GET", One, call => Show(200, call, call.Participant(orIdentity: true))),
        new("POST", One, Update) { Form = ParticipantFields.ForUpdate, TakesWebhookHeader = true, Budget = WriteBudget.PerConversation },
        new("DELETE", One, Delete) { TakesWebhookHeader = true, Budget = WriteBudget.PerConversation },
    ];

    private static Answer Read(Call call) => Paging.Page(call, new Listing<Participant>(
        "participants", call.Conversation().Participants, (json, participant) => ParticipantJson.Write(json, call.Account, participant)));

    private static Answer Create(Call call)
    {
        var (conversation, form) = (call.Conversation(), call.Form);
        var identity = form.Text(ParticipantFields.Identity);
        var binding = ParticipantBindings.OfNew(form);
        ConversationEndpoints.DemandOpen(conversation);
        UserRules.DemandIdentity(identity);
        GroupRules.DemandNewMember(conversation, identity, binding, null);
        ParticipantRules.DemandFreeIdentity(call, conversation, identity);
        ParticipantRules.DemandFreePair(call, binding, null);
        ParticipantRules.DemandRoom(conversation, identity);
        GroupRules.DemandNewGroup(call, conversation, binding, null);
        var role = RoleRules.Given(call, ParticipantFields.RoleSid, RoleType.Conversation);
        var participant = new Participant
        {
            Sid = call.Sids.Hex32("MB"),
            Conversation = conversation,
            Identity = identity,
            Binding = binding,
            RoleSid = role?.Sid ?? (identity is null ? null : conversation.Service.Configuration.ConversationRole.Sid),
            DateCreated = ParticipantFields.DateCreatedOf(form) ?? call.Now,
            DateUpdated = call.Now,
        };
        ParticipantFields.Apply(form, participant, call.Now);
        call.Account.Add(participant);
        UserRules.Admit(call, identity);
        return Show(201, call, participant);
    }

    private static Answer Update(Call call)
    {
        var (participant, form) = (call.Participant(orIdentity: false), call.Form);
        var conversation = participant.Conversation;
        ConversationEndpoints.DemandOpen(conversation);
        var identity = form.Text(ParticipantFields.Identity) ?? participant.Identity;
        if (identity is not null && participant.Binding?.Address is not null)
            throw TwilioError.BadParameter($"{ParticipantFields.Identity} cannot be given to a participant that has an address.");
        if (identity != participant.Identity)
        {
            UserRules.DemandIdentity(identity);
            ParticipantRules.DemandFreeIdentity(call, conversation, identity);
        }
        var binding = ParticipantBindings.OfUpdated(form, participant);
        GroupRules.DemandNewMember(conversation, identity, binding, participant);
        ParticipantRules.DemandFreePair(call, binding, participant);
        if (binding != participant.Binding)
            GroupRules.DemandNewGroup(call, conversation, binding, participant);
        var role = RoleRules.Given(call, ParticipantFields.RoleSid, RoleType.Conversation);

        call.Account.Remove(participant);
        (participant.Identity, participant.Binding) = (identity, binding);
        participant.RoleSid = role?.Sid ?? participant.RoleSid;
        participant.DateCreated = ParticipantFields.DateCreatedOf(form) ?? participant.DateCreated;
        ParticipantFields.Apply(form, participant, call.Now);
        call.Account.Add(participant);
        if (form.Has(ParticipantFields.Identity))
            UserRules.Admit(call, identity);
        return Show(200, call, participant);
    }

    private static Answer Delete(Call call)
    {
        call.Account.Remove(call.Participant(orIdentity: false));
        return Answer.NoContent;
    }

    private static Answer Show(int status, Call call, Participant participant) =>
        Answer.Json(status, json => ParticipantJson.Write(json, call.Account, participant));
}
