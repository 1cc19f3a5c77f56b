using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Participant resource of Twilio Proxy v1: what an archive reads of it.</summary>
public static class ProxyParticipantResource
{
    /// <summary>Lists the participants of a session.</summary>
    public static readonly Operation List = ProxySessionResource.ListOf(
        "ListParticipant",
        "retrieve-proxy-session-participants",
        "Lists the participants of a Proxy session.",
        "/Participants",
        "ProxyParticipant",
        itemsKey: "participants",
        maxPageSize: 1000);
}
