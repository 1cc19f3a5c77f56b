using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Reads of conversations what a clean-up needs to know. It changes nothing.</summary>
/// <param name="session">The connection.</param>
/// <param name="resource">What is read.</param>
/// <param name="criteria">What is looked for, which says what must be known.</param>
/// <param name="notice">Hears of retries and answers.</param>
internal sealed class CandidateReader(ProviderSession session, CleanupResource resource, CleanupCriteria criteria, Action<RequestNotice>? notice)
{
    /// <summary>Lists all that may be meant, page by page.</summary>
    /// <exception cref="RequestArgumentException">The provider listed something of another account, service or app.</exception>
    internal async IAsyncEnumerable<IReadOnlyList<CleanupCandidate>> ListAsync(
        CleanupScope scope, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Whose newest are kept can be told only by all of them.
        var asked = criteria.KeepNewest is null ? criteria : new CleanupCriteria();
        var container = new ResourceAddress((resource.Container?.IdentifierName ?? "", scope.Container));
        foreach (var query in resource.Queries(scope, asked))
        {
            var request = OperationRequest.Create(
                resource.List,
                [.. container.ValuesFor(resource.List), .. PageSize(), .. query.Select(value => KeyValuePair.Create(value.Name, value.Value))]);
            await foreach (var page in session.ListAsync(request, Read, notice, cancellationToken).ConfigureAwait(false))
            {
                foreach (var candidate in page)
                {
                    RefuseForeign(candidate, scope);
                }

                yield return page;
            }
        }
    }

    /// <summary>Fetches one.</summary>
    /// <exception cref="ProviderResponseException">It does not exist, say.</exception>
    internal Task<CleanupCandidate> FetchAsync(ResourceAddress address, CancellationToken cancellationToken) =>
        session.SendAsync(OperationRequest.Create(resource.Fetch, address.ValuesFor(resource.Fetch)), Read, notice, cancellationToken);

    /// <summary>Asks for what the criteria need to know beyond the resource itself.</summary>
    /// <exception cref="ProviderResponseException">It does not exist any more, say.</exception>
    internal async Task<CandidateDetails> DetailsAsync(CleanupCandidate candidate, CancellationToken cancellationToken)
    {
        var needsMessage = NeedsNewestMessage(candidate);
        return new CandidateDetails
        {
            KnowsMessages = needsMessage,
            Newest = needsMessage ? await NewestMessageAsync(candidate.Address, cancellationToken).ConfigureAwait(false) : null,
            Participants = NeedsParticipants ? await ParticipantsAsync(candidate, cancellationToken).ConfigureAwait(false) : null,
        };
    }

    /// <summary>As <see cref="DetailsAsync"/>; null when it does not exist any more.</summary>
    internal async Task<CandidateDetails?> DetailsOrNullAsync(CleanupCandidate candidate, CancellationToken cancellationToken)
    {
        try
        {
            return await DetailsAsync(candidate, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>?> ParticipantsAsync(CleanupCandidate candidate, CancellationToken cancellationToken)
    {
        if (resource.Participants is not { } look)
        {
            return candidate.Identities;
        }

        var participants = new List<string>();
        var request = OperationRequest.Create(look.List, [.. candidate.Address.ValuesFor(look.List), .. PageSize(look.List)]);
        await foreach (var page in session.ListAsync(request, (json, _) => look.Read(json), notice, cancellationToken).ConfigureAwait(false))
        {
            participants.AddRange(page);
        }

        return participants;
    }

    private bool NeedsParticipants => criteria.NoParticipant || criteria.KeepNewest is not null;

    private bool NeedsNewestMessage(CleanupCandidate candidate) =>
        resource.Messages is not null
        && (criteria.NoMessage || resource.HidesMessages(candidate) || (criteria.LastMessageBefore is not null && resource.TellsLastMessage is false));

    private async Task<NewestMessage?> NewestMessageAsync(ResourceAddress address, CancellationToken cancellationToken)
    {
        var look = resource.Messages!;
        var request = OperationRequest.Create(
            look.List, [.. address.ValuesFor(look.List), .. look.Query.Select(value => KeyValuePair.Create(value.Name, value.Value))]);
        await foreach (var page in session.ListAsync(request, (json, _) => look.Read(json), notice, cancellationToken).ConfigureAwait(false))
        {
            if (page.Count > 0)
            {
                // One without a date may be the newest.
                return page.MaxBy(message => message.Date ?? DateTimeOffset.MaxValue);
            }
        }

        return null;
    }

    private CleanupCandidate Read(JsonElement json, ResourceOrigin origin) => resource.Read(json, origin);

    private IEnumerable<KeyValuePair<string, object?>> PageSize() => PageSize(resource.List);

    private static IEnumerable<KeyValuePair<string, object?>> PageSize(Operation list) =>
        list.Paging is { PageSizeName: { } name, DefaultPageSize: { } size } ? [KeyValuePair.Create(name, (object?)size)] : [];

    private void RefuseForeign(CleanupCandidate candidate, CleanupScope scope)
    {
        if (!resource.Kind.Matches(candidate.Identifier))
        {
            throw RequestArgumentException.About(resource.Kind.IdentifierName, $"the list holds what is none: {resource.Kind.Explain(candidate.Identifier)} Nothing was planned.");
        }

        var account = session.Origin.AccountSid;
        if ((scope.Container is not null && candidate.Container != scope.Container) || (account is not null && (candidate.AccountSid ?? account) != account))
        {
            throw RequestArgumentException.About(
                resource.Container?.IdentifierName ?? "Connection",
                $"the list holds {candidate.Identifier} of {candidate.Container} and account {candidate.AccountSid}, which is not what was asked for. Nothing was planned.");
        }
    }
}
