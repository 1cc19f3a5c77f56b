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
        var known = looked.KeepNewest is null ? null : await LookAsync(reader, listed, cancellationToken).ConfigureAwait(false);
        var kept = known is null ? [] : NewestOfParticipants.Of([.. known.Values], looked.KeepNewest!.Value);
        var fitting = listed.Where(candidate => CriteriaCheck.Fits(looked, resource, candidate) && !kept.Contains(candidate.Identifier)).ToArray();
        known ??= await LookAsync(reader, fitting, cancellationToken).ConfigureAwait(false);
        return new CleanupPlan
        {
            PlanId = Guid.NewGuid().ToString(),
            ResourceType = resource.ResourceType,
            Account = session.IdentityFor(resource.Api),
            ConnectionName = session.ConnectionName,
            Container = scope.Container,
            UserIds = scope.UserIds,
            UserExternalIds = scope.UserExternalIds,
            CreatedAt = createdAt,
            Criteria = looked,
            Listed = listed.Count,
            Items = Items(looked, fitting, known),
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

    // What vanishes meanwhile is left out.
    private async Task<ConcurrentDictionary<string, (CleanupCandidate Candidate, CandidateDetails Details)>> LookAsync(
        CandidateReader reader, IReadOnlyCollection<CleanupCandidate> candidates, CancellationToken cancellationToken)
    {
        var known = new ConcurrentDictionary<string, (CleanupCandidate, CandidateDetails)>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = throttleLimit, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(candidates, options, async (candidate, token) =>
        {
            if (await reader.DetailsOrNullAsync(candidate, token).ConfigureAwait(false) is { } details)
            {
                known[candidate.Identifier] = (candidate, details);
            }
        }).ConfigureAwait(false);
        return known;
    }

    // An array, because PowerShell finds no place in other lists.
    private CleanupPlanItem[] Items(
        CleanupCriteria looked, CleanupCandidate[] fitting, ConcurrentDictionary<string, (CleanupCandidate Candidate, CandidateDetails Details)> known) =>
    [
        .. from candidate in fitting
           where known.ContainsKey(candidate.Identifier)
           let details = known[candidate.Identifier].Details
           where CriteriaCheck.Fits(looked, resource, candidate, details)
           select Item(candidate, details),
    ];

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
