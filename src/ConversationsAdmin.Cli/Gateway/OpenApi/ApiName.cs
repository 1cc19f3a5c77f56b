using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>What people call the providers' services.</summary>
internal static class ApiName
{
    internal static string Of(Api api) => api switch
    {
        Api.TwilioConversations => "Twilio Conversations",
        Api.TwilioProxy => "Twilio Proxy",
        Api.Telnyx => "Telnyx AI",
        Api.Sunshine => "Sunshine Conversations",
        _ => throw new InvalidOperationException($"No name is known for {api}."),
    };
}
