using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Cli.Gateway.Rest;

/// <summary>The paths of REST: the provider's own in lower case, behind the gateway's version and, Twilio Conversations aside, the provider's name.</summary>
internal static class RestPath
{
    private const string Version = "/v1";

    /// <summary>The path of an operation, with its parameters in braces.</summary>
    internal static string Of(Operation operation) => WithWireNames(operation).ToLowerInvariant();

    /// <summary>The same with the parameters as the provider names them.</summary>
    internal static string WithWireNames(Operation operation) => Version + PrefixOf(operation.Api) + operation.Path;

    private static string PrefixOf(Api api) => api switch
    {
        Api.TwilioConversations => "",
        Api.TwilioProxy => "/proxy",
        Api.Telnyx => "/telnyx",
        Api.Sunshine => "/sunshine",
        _ => throw new InvalidOperationException($"No path is known for {api}."),
    };
}
