using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The services of an account, for what looks into all of them.</summary>
public static class ServiceList
{
    /// <summary>Reads the identifiers of all services.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="ProviderException">They could not be read.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(ProviderSession session, Action<RequestNotice>? notice, CancellationToken cancellationToken)
    {
        var services = new List<string>();
        var list = ServiceResource.List;
        var request = OperationRequest.Create(list, [KeyValuePair.Create(TwilioParameters.PageSizeName, (object?)list.Paging!.MaxPageSize)]);
        await foreach (var page in session.ListAsync(request, ServiceResource.Read, notice, cancellationToken).ConfigureAwait(false))
        {
            services.AddRange(page.Select(service => service.ServiceSid));
        }

        return services;
    }
}
