using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Removal;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Makes removals.</summary>
internal static class Removals
{
    public static RemovalTarget Service(string service) =>
        ConversationsAdmin.Core.Removal.Removals.Target(Twilio.Service.TypeName, Connect.AccountSid, new ResourceAddress(("ServiceSid", service)));

    public static RemovalTarget Conversation(string service, object conversation) =>
        ConversationsAdmin.Core.Removal.Removals.Target(
            Twilio.Conversation.TypeName, Connect.AccountSid, new ResourceAddress(("ServiceSid", service), ("ConversationSid", conversation)));

    public static RemovalTarget Participant(string service, string conversation, string participant) =>
        ConversationsAdmin.Core.Removal.Removals.Target(
            Twilio.Participant.TypeName,
            Connect.AccountSid,
            new ResourceAddress(("ServiceSid", service), ("ConversationSid", conversation), ("ParticipantSid", participant)));
}
