using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Finds which conversation holds a pair of address and proxy address, so that nobody with that pair can be added elsewhere.</summary>
public sealed class ParticipantBlockers
{
    private readonly ProviderSession session;
    private readonly string address;
    private readonly string proxyAddress;
    private readonly Action<RequestNotice>? notice;

    /// <summary>Makes it ready to find. Nothing is sent.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="address">The participant's address.</param>
    /// <param name="proxyAddress">Your address.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <exception cref="RequestArgumentException">An address is blank or has a wildcard.</exception>
    public ParticipantBlockers(ProviderSession session, string address, string proxyAddress, Action<RequestNotice>? notice)
    {
        this.session = session;
        this.address = Whole("Address", address);
        this.proxyAddress = Whole("ProxyAddress", proxyAddress);
        this.notice = notice;
    }

    /// <summary>Finds them in a service. A closed conversation holds no pair, and is left out.</summary>
    /// <param name="service">The service.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="ProviderException">The service does not exist, say.</exception>
    /// <exception cref="RequestArgumentException">The address is none. Nothing was sent.</exception>
    public async Task<IReadOnlyList<ParticipantBlocker>> FindAsync(string service, CancellationToken cancellationToken)
    {
        var blockers = new List<ParticipantBlocker>();
        var list = ParticipantConversationResource.List;
        var request = OperationRequest.Create(
            list,
            [
                .. new ResourceAddress((nameof(Service.ServiceSid), service)).ValuesFor(list),
                KeyValuePair.Create(nameof(MessagingBinding.Address), (object?)address),
                KeyValuePair.Create(TwilioParameters.PageSizeName, (object?)list.Paging!.MaxPageSize),
            ]);
        await foreach (var page in session.ListAsync(request, ParticipantConversationResource.Read, notice, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page.Where(MayHold))
            {
                if (await HoldsAsync(row, cancellationToken).ConfigureAwait(false))
                {
                    blockers.Add(BlockerOf(row));
                }
            }
        }

        return blockers;
    }

    private static string Whole(string parameter, string value) =>
        string.IsNullOrWhiteSpace(value) ? throw RequestArgumentException.About(parameter, $"it is blank. Give an address such as +15558675310 or whatsapp:+15558675310.")
        : value.AsSpan().ContainsAny('*', '?') ? throw RequestArgumentException.About(parameter, $"'{value}' has a wildcard. Give the address in full, as the provider has it.")
        : value;

    private bool MayHold(ParticipantConversation row) =>
        row.ConversationState != ConversationResource.Closed
        && row.ParticipantMessagingBinding is { } binding
        && binding.Address == address
        && (binding.ProxyAddress ?? proxyAddress) == proxyAddress;

    // The list is documented to tell type and address alone: where it does, the participant tells the rest.
    private async Task<bool> HoldsAsync(ParticipantConversation row, CancellationToken cancellationToken)
    {
        if (row.ParticipantMessagingBinding!.ProxyAddress is not null)
        {
            return true;
        }

        var fetch = ParticipantResource.Fetch;
        var of = new ResourceAddress((nameof(row.ServiceSid), row.ServiceSid), (nameof(row.ConversationSid), row.ConversationSid), (nameof(row.ParticipantSid), row.ParticipantSid));
        var participant = await session.SendAsync(OperationRequest.Create(fetch, of.ValuesFor(fetch)), ParticipantResource.Read, notice, cancellationToken).ConfigureAwait(false);
        return participant.MessagingBinding?.ProxyAddress == proxyAddress;
    }

    private ParticipantBlocker BlockerOf(ParticipantConversation row) => new()
    {
        ConnectionName = row.ConnectionName,
        ParticipantSid = row.ParticipantSid,
        ConversationSid = row.ConversationSid,
        ServiceSid = row.ServiceSid,
        AccountSid = row.AccountSid,
        Address = address,
        ProxyAddress = proxyAddress,
        ConversationState = row.ConversationState,
        ConversationFriendlyName = row.ConversationFriendlyName,
        ConversationUniqueName = row.ConversationUniqueName,
        ConversationDateCreated = row.ConversationDateCreated,
        ConversationDateUpdated = row.ConversationDateUpdated,
    };
}
