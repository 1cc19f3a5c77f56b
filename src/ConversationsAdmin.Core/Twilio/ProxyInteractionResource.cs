using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Interaction resource of Twilio Proxy v1, a message or a call that went through a session: what an archive reads of it.</summary>
public static class ProxyInteractionResource
{
    /// <summary>Lists the interactions of a session.</summary>
    // The provider documents a maximum of 1,000 in one place, and in another that it gives at most 100.
    public static readonly Operation List = ProxySessionResource.ListOf(
        "ListInteraction",
        "retrieve-proxy-session-interactions",
        "Lists the interactions of a Proxy session: the messages and calls that went through it.",
        "/Interactions",
        "ProxyInteraction",
        itemsKey: "interactions",
        maxPageSize: 100);
}
