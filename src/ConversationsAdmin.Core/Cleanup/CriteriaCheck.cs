namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Whether a conversation is what a clean-up looks for.</summary>
internal static class CriteriaCheck
{
    /// <summary>Whether all that the resource itself tells fits.</summary>
    internal static bool Fits(CleanupCriteria criteria, CleanupResource resource, CleanupCandidate candidate) =>
        candidate.Irremovable is null
        && (criteria.State is null || candidate.State == criteria.State)
        && IsBefore(candidate.DateCreated, criteria.CreatedBefore)
        && IsBefore(candidate.DateUpdated, criteria.UpdatedBefore)
        && (!resource.TellsLastMessage || IsBefore(candidate.LastMessageAt ?? candidate.DateCreated, criteria.LastMessageBefore))
        && NamePattern.Matches(criteria.Name, candidate.Names)
        && AttributeMatch.Holds(candidate.AttributesJson, criteria.Attribute)
        && (!criteria.NoMessage || resource.Messages is not null || candidate.LastMessageAt is null)
        && !criteria.Exclude.Contains(candidate.Identifier, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether what had to be asked for fits too.</summary>
    internal static bool Fits(CleanupCriteria criteria, CleanupResource resource, CleanupCandidate candidate, CandidateDetails details) =>
        (!criteria.NoMessage || details.Newest is null)
        && (!criteria.NoParticipant || details.Participants is { Count: 0 })
        && (resource.TellsLastMessage || IsBefore(details.Newest is { } newest ? newest.Date : candidate.DateCreated, criteria.LastMessageBefore));

    // What has no date is not known to be old.
    private static bool IsBefore(DateTimeOffset? date, DateTimeOffset? limit) => limit is null || date < limit;
}
