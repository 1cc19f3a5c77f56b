namespace ConversationsAdmin;

/// <summary>A platform that conversations live on.</summary>
public enum Provider
{
    /// <summary>Twilio: Conversations (v1) and Proxy, which share one account and one connection.</summary>
    Twilio,

    /// <summary>Telnyx: AI conversations.</summary>
    Telnyx,

    /// <summary>Sunshine Conversations of Zendesk.</summary>
    Sunshine,
}
