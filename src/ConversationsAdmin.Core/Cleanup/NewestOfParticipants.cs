namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Which conversations are among the last active of somebody who takes part in them.</summary>
internal static class NewestOfParticipants
{
    /// <summary>The identifiers of those that are kept.</summary>
    /// <param name="conversations">All conversations, with those who take part.</param>
    /// <param name="keep">How many of each participant are kept.</param>
    internal static HashSet<string> Of(IEnumerable<(CleanupCandidate Candidate, IReadOnlyList<string> Participants)> conversations, int keep) =>
        conversations
            .SelectMany(conversation => conversation.Participants.Distinct(StringComparer.Ordinal), (conversation, participant) => (participant, conversation.Candidate))
            .GroupBy(membership => membership.participant, membership => membership.Candidate, StringComparer.Ordinal)
            .SelectMany(own => own.OrderByDescending(LastActivity).ThenBy(candidate => candidate.Identifier, StringComparer.Ordinal).Take(keep))
            .Select(candidate => candidate.Identifier)
            .ToHashSet(StringComparer.Ordinal);

    // What has no date is not known to be old.
    private static DateTimeOffset LastActivity(CleanupCandidate candidate) =>
        new[] { candidate.DateCreated, candidate.DateUpdated, candidate.LastMessageAt }.Max() ?? DateTimeOffset.MaxValue;
}
