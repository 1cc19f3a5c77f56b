using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Makes and sends requests by wire names.</summary>
internal static class Requests
{
    public const string ServiceSid = "IS00000000000000000000000000000001";
    public const string ConversationSid = "CH00000000000000000000000000000002";
    public const string ParticipantSid = "MB00000000000000000000000000000003";

    public static OperationRequest Of(Operation operation, params (string Name, object? Value)[] values) =>
        OperationRequest.Create(operation, values.Select(value => KeyValuePair.Create(value.Name, value.Value)));

    /// <summary>A request with identifiers of the right kinds that nobody has.</summary>
    public static OperationRequest ForMethod(string method) => method switch
    {
        "GET" => Of(ConversationResource.Fetch, ("ChatServiceSid", ServiceSid), ("Sid", ConversationSid)),
        "DELETE" => Of(ConversationResource.Delete, ("ChatServiceSid", ServiceSid), ("Sid", ConversationSid)),
        _ => Of(ConversationResource.Create, ("ChatServiceSid", ServiceSid), ("FriendlyName", "Support")),
    };

    public static Task<ProviderResponse> SendAsync(
        this ProviderSession session, OperationRequest request, CancellationToken cancellationToken = default) =>
        session.Client.SendAsync(request, null, cancellationToken);

    public static Task<ProviderResponse> SendAsync(
        this ProviderSession session, Operation operation, params (string Name, object? Value)[] values) =>
        session.SendAsync(Of(operation, values));

    public static Task<Twilio.Conversation> CreateConversationAsync(
        this ProviderSession session, TwilioSandbox server, params (string Name, object? Value)[] values) =>
        session.SendAsync(
            Of(ConversationResource.Create, [("ChatServiceSid", server.DefaultServiceSid), .. values]),
            ConversationResource.Read,
            null,
            CancellationToken.None);

    public static async Task<List<T>> AllAsync<T>(
        this ProviderSession session, OperationRequest first, ResourceReader<T> read, CancellationToken cancellationToken = default)
    {
        var all = new List<T>();
        await foreach (var page in session.ListAsync(first, read, null, cancellationToken))
        {
            all.AddRange(page);
        }

        return all;
    }
}
