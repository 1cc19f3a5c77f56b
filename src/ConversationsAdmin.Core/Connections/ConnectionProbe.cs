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
        foreach (var (operation, values, isAnswer) in ProbesOf(connection))
        {
            var request = OperationRequest.Create(operation, values.Select(value => KeyValuePair.Create(value.Name, (object?)value.Value)));
            try
            {
                await ProviderSession.Of(connection).Client.SendAsync(request, notice, cancellationToken).ConfigureAwait(false);
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
                    static refusal => !"Not Found".Equals(refusal.ProviderMessage?.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
                break;
            case Provider.Sunshine:
                yield return new(
                    SunshineConversationResource.Fetch,
                    [("appId", connection.AppId ?? HexIdKind.App.OfNothing), ("conversationId", HexIdKind.Conversation.OfNothing)],
                    refusal => connection.AppId is null || refusal.ErrorCode == SunshineConversationResource.NotFoundCode);
                break;
            default:
                yield return new(ServiceResource.Fetch, [("Sid", connection.ServiceSid ?? SidKind.Service.OfNothing)], _ => connection.ServiceSid is null);
                if (connection.ProxyServiceSid is { } proxy)
                {
                    yield return new(ProxySessionResource.List, [("ServiceSid", proxy), ("PageSize", "1")], static _ => false);
                }

                break;
        }
    }

    private sealed record Probe(Operation Operation, (string Name, string Value)[] Values, Func<ProviderResponseException, bool> IsAnswer);
}
