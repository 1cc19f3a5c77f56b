namespace ConversationsAdmin.Core.Operations;

/// <summary>One of a provider's HTTP services, each on a host of its own.</summary>
public enum Api
{
    /// <summary>Twilio Conversations v1, https://conversations.twilio.com.</summary>
    TwilioConversations,

    /// <summary>Twilio Proxy v1, https://proxy.twilio.com.</summary>
    TwilioProxy,

    /// <summary>Telnyx API v2, https://api.telnyx.com.</summary>
    Telnyx,

    /// <summary>Sunshine Conversations API v2, https://{subdomain}.zendesk.com/sc.</summary>
    Sunshine,
}
