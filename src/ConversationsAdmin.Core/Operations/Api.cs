namespace ConversationsAdmin.Core.Operations;

/// <summary>One of a provider's HTTP services, each on a host of its own.</summary>
public enum Api
{
    /// <summary>Twilio Conversations v1, https://conversations.twilio.com.</summary>
    TwilioConversations,

    /// <summary>Twilio Proxy v1, https://proxy.twilio.com.</summary>
    TwilioProxy,
}
