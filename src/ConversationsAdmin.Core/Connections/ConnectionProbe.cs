using System.Text.Json;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Core.Connections;

/// <summary>
/// The cheapest proof that a provider takes the credentials of a connection. Credentials are checked before a resource is looked for,
/// so it asks for one that can't exist; a service or an app of the connection is looked at itself.
/// </summary>
public static class ConnectionProbe
{
    /// <summary>Asks.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>True, when the connection can be used.</returns>
    /// <exception cref="ProviderException">It can't be used, and why.</exception>
    public static async Task<bool> RunAsync(ConvConnection connection, Action<RequestNotice>? notice, CancellationToken cancellationToken)
    {
        foreach (var (operation, values, expected, isAnswer) in ProbesOf(connection))
        {
            var request = OperationRequest.Create(operation, values.Select(value => KeyValuePair.Create(value.Name, (object?)value.Value)));
            try
            {
                var response = await ProviderSession.Of(connection).Client.SendAsync(request, notice, cancellationToken).ConfigureAwait(false);
                if (expected is null || !HasField(response, expected))
                {
                    throw NotTheApi(connection, operation);
                }
            }
            catch (ProviderResponseException exception) when (exception.IsNotFound && isAnswer(exception))
            {
                // The credentials were accepted, and nothing else was asked.
            }
        }

        return true;
    }

    private static IEnumerable<Probe> ProbesOf(ConvConnection connection)
    {
        switch (connection.Provider)
        {
            case Provider.Telnyx:
                // An address that is none of the API's may answer in the same form, and says no more than that.
                yield return new(
                    TelnyxConversationResource.Fetch,
                    [("conversation_id", UuidKind.Conversation.OfNothing)],
                    Expected: null,
                    static refusal => !TelnyxErrors.IsOfNoSuchPath(refusal.ProviderMessage));
                break;
            case Provider.Sunshine:
                yield return new(
                    SunshineConversationResource.Fetch,
                    [("appId", connection.AppId ?? HexIdKind.App.OfNothing), ("conversationId", HexIdKind.Conversation.OfNothing)],
                    Expected: null,
                    refusal => connection.AppId is null || refusal.ErrorCode == SunshineConversationResource.NotFoundCode);
                break;
            default:
                yield return new(
                    ServiceResource.Fetch,
                    [("Sid", connection.ServiceSid ?? SidKind.Service.OfNothing)],
                    Expected: connection.ServiceSid is null ? null : "sid",
                    _ => connection.ServiceSid is null);
                if (connection.ProxyServiceSid is { } proxy)
                {
                    yield return new(ProxySessionResource.List, [("ServiceSid", proxy), ("PageSize", "1")], Expected: "meta", static _ => false);
                }

                break;
        }
    }

    private static bool HasField(ProviderResponse response, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out _);
        }
        catch (JsonException)
        {
            // The page of whatever answers here instead.
            return false;
        }
    }

    private static UnexpectedResponseException NotTheApi(ConvConnection connection, Operation operation) =>
        new($"{connection.BaseUri.Host} answered {operation.Title} with success, but not as {connection.Provider} does")
        {
            Provider = connection.Provider,
            Operation = operation.Name,
            Advice = "Check the address of the connection (-BaseUri), and whether something on the way answers in its place.",
        };

    /// <summary>A request, and what proves that the provider took it.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="Values">Its values.</param>
    /// <param name="Expected">A field of the answer to what exists; null for what can't exist, so that success is no answer of the provider's.</param>
    /// <param name="IsAnswer">Whether a 404 is what was to be expected.</param>
    private sealed record Probe(Operation Operation, (string Name, string Value)[] Values, string? Expected, Func<ProviderResponseException, bool> IsAnswer);
}
