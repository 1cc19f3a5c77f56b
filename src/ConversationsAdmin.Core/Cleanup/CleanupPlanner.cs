using System.Collections.Concurrent;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Parallel;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Makes plans: lists, looks closer where the criteria ask for it, and fixes what would be removed. It changes nothing at the provider.</summary>
/// <param name="session">The connection.</param>
/// <param name="scope">Where to look.</param>
/// <param name="criteria">What to look for.</param>
/// <param name="throttleLimit">How many requests may be in progress at once.</param>
/// <param name="notice">Hears of retries and answers.</param>
public sealed class CleanupPlanner(ProviderSession session, CleanupScope scope, CleanupCriteria criteria, int throttleLimit, Action<RequestNotice>? notice)
{
    private readonly CleanupResource resource = CleanupResources.Of(scope.ResourceType);

    /// <summary>How far it has come: what was listed, and then looked at more closely.</summary>
    public RunProgress Progress { get; } = new();

    /// <summary>Makes the plan.</summary>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="RequestArgumentException">The criteria can't be meant, or the provider listed what was not asked for.</exception>
    /// <exception cref="ProviderException">Something could not be read. There is no plan of a part.</exception>
    public async Task<CleanupPlan> MakeAsync(CancellationToken cancellationToken)
    {
        var looked = CriteriaRules.Checked(resource, scope, criteria);
        var reader = new CandidateReader(session, resource, looked, notice);
        var createdAt = DateTimeOffset.UtcNow;
        var listed = await ListAsync(reader, cancellationToken).ConfigureAwait(false);
        var kept = looked.KeepNewest is { } keep ? await KeptAsync(reader, listed, keep, cancellationToken).ConfigureAwait(false) : [];
        var fitting = listed.Where(candidate => CriteriaCheck.Fits(looked, resource, candidate) && !kept.Contains(candidate.Identifier)).ToArray();
        var items = await ItemsAsync(reader, looked, fitting, cancellationToken).ConfigureAwait(false);
        return new CleanupPlan
        {
            PlanId = Guid.NewGuid().ToString(),
            ResourceType = resource.ResourceType,
            Account = session.IdentityFor(resource.Api),
            ConnectionName = session.ConnectionName,
            Container = scope.Container,
            CreatedAt = createdAt,
            Criteria = looked,
            Listed = listed.Count,
            Items = items,
        };
    }

    // Pages may shift while they are read, and a conversation may be of several users.
    private async Task<List<CleanupCandidate>> ListAsync(CandidateReader reader, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var listed = new List<CleanupCandidate>();
        await foreach (var page in reader.ListAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            foreach (var candidate in page.Where(candidate => seen.Add(candidate.Identifier)))
            {
                listed.Add(candidate);
                Progress.CountDone(failed: false);
            }
        }

        return listed;
    }

    private async Task<HashSet<string>> KeptAsync(CandidateReader reader, List<CleanupCandidate> listed, int keep, CancellationToken cancellationToken)
    {
        var participants = new ConcurrentBag<(CleanupCandidate, IReadOnlyList<string>)>();
        await ForEachAsync(
            listed,
            async (candidate, token) =>
            {
                if (await reader.ParticipantsOrNullAsync(candidate, token).ConfigureAwait(false) is { } found)
                {
                    participants.Add((candidate, found));
                }
            },
            cancellationToken).ConfigureAwait(false);
        return NewestOfParticipants.Of(participants, keep);
    }

    private async Task<CleanupPlanItem[]> ItemsAsync(
        CandidateReader reader, CleanupCriteria looked, CleanupCandidate[] fitting, CancellationToken cancellationToken)
    {
        var items = new CleanupPlanItem?[fitting.Length];
        await ForEachAsync(
            [.. fitting.Select((candidate, index) => (index, candidate))],
            async (entry, token) =>
            {
                var (index, candidate) = entry;
                if (await reader.DetailsAsync(candidate, token).ConfigureAwait(false) is { } details && CriteriaCheck.Fits(looked, resource, candidate, details))
                {
                    items[index] = Item(candidate, details);
                }
            },
            cancellationToken).ConfigureAwait(false);
        return [.. items.OfType<CleanupPlanItem>()];
    }

    private async Task ForEachAsync<T>(IReadOnlyCollection<T> items, Func<T, CancellationToken, ValueTask> look, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = throttleLimit, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(items, options, look).ConfigureAwait(false);
    }

    private CleanupPlanItem Item(CleanupCandidate candidate, CandidateDetails details) => PlanItems.Create(resource, scope.Container, candidate.Identifier) with
    {
        Name = candidate.Names.FirstOrDefault(name => !string.IsNullOrEmpty(name)),
        State = candidate.State,
        DateCreated = candidate.DateCreated,
        DateUpdated = candidate.DateUpdated,
        LastMessageAt = details.Newest?.Date ?? candidate.LastMessageAt,
        Fingerprint = Fingerprint.Of(candidate, details),
    };
}
