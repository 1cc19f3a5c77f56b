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

/// <summary>Whose services they are.</summary>
public static class ApiProvider
{
    /// <summary>The provider that answers an API.</summary>
    /// <param name="api">The API.</param>
    public static Provider Provider(this Api api) => api switch
    {
        Api.TwilioConversations or Api.TwilioProxy => ConversationsAdmin.Provider.Twilio,
        Api.Telnyx => ConversationsAdmin.Provider.Telnyx,
        Api.Sunshine => ConversationsAdmin.Provider.Sunshine,
        _ => throw new InvalidOperationException($"No provider is known for {api}."),
    };
}
