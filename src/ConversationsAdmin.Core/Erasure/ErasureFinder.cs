using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>Finds where a person may be: the conversations in which they take part and, where asked for, all the others.</summary>
/// <param name="session">The connection.</param>
/// <param name="person">Who is to be erased.</param>
/// <param name="options">How.</param>
/// <param name="notice">Hears of retries and answers.</param>
public sealed class ErasureFinder(ProviderSession session, ErasedPerson person, ErasureOptions options, Action<RequestNotice>? notice)
{
    private readonly ErasureReader reader = new(session, person, notice);

    /// <summary>What there is to work on in some services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>For each service its conversations, and then what it has of the person besides.</returns>
    /// <exception cref="ProviderException">A service does not exist, say.</exception>
    /// <exception cref="RequestArgumentException">The provider listed what is of another service.</exception>
    public async Task<ErasureTargets> FindAsync(IReadOnlyList<string> services, CancellationToken cancellationToken)
    {
        var items = new List<ErasureItem>();
        var users = 0;
        foreach (var service in services)
        {
            var takesPart = await TakesPartAsync(service, cancellationToken).ConfigureAwait(false);
            users += await AddOfUserAsync(service, takesPart, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            items.AddRange(takesPart.Select(conversation => new ErasureItem(service, conversation, TakesPart: true)));
            if (options.EveryConversation)
            {
                items.AddRange((await OthersAsync(service, takesPart, cancellationToken).ConfigureAwait(false)).Select(conversation => new ErasureItem(service, conversation, TakesPart: false)));
            }
        }

        return new ErasureTargets(services, items, users);
    }

    private async Task<HashSet<string>> TakesPartAsync(string service, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in reader.TakesPartAsync(service, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
            {
                found.Add(Own(service, row.ServiceSid, row.ConversationSid));
            }
        }

        return found;
    }

    private async Task<bool> AddOfUserAsync(string service, HashSet<string> found, CancellationToken cancellationToken)
    {
        if (await reader.UserAsync(service, cancellationToken).ConfigureAwait(false) is not { } user)
        {
            return false;
        }

        await foreach (var page in reader.UserConversationsAsync(user, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
            {
                found.Add(Own(service, row.ServiceSid, row.ConversationSid));
            }
        }

        return true;
    }

    private async Task<List<string>> OthersAsync(string service, HashSet<string> found, CancellationToken cancellationToken)
    {
        var others = new List<string>();
        await foreach (var page in reader.ConversationsAsync(service, cancellationToken).ConfigureAwait(false))
        {
            others.AddRange(page.Select(row => Own(service, row.ServiceSid, row.ConversationSid)).Where(conversation => !found.Contains(conversation)));
        }

        return others;
    }

    private static string Own(string service, string ownService, string conversation) => ownService == service
        ? conversation
        : throw RequestArgumentException.About("ServiceSid", $"the list of {service} holds {conversation} of {ownService}, which was not asked for. Nothing was changed.");
}
