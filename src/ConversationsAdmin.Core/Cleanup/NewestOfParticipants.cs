namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Which conversations are among the last active of somebody who takes part in them.</summary>
internal static class NewestOfParticipants
{
    /// <summary>The identifiers of those that are kept: the newest of each, and those of which nothing tells who takes part.</summary>
    /// <param name="conversations">All conversations, with those who take part.</param>
    /// <param name="keep">How many of each participant are kept.</param>
    internal static HashSet<string> Of(IReadOnlyCollection<(CleanupCandidate Candidate, CandidateDetails Details)> conversations, int keep) =>
    [
        .. conversations.Where(conversation => conversation.Details.Participants is null).Select(conversation => conversation.Candidate.Identifier),
        .. conversations
            .SelectMany(conversation => conversation.Details.Participants?.Distinct(StringComparer.Ordinal) ?? [], (conversation, participant) => (participant, conversation))
            .GroupBy(membership => membership.participant, membership => membership.conversation, StringComparer.Ordinal)
            .SelectMany(own => own.OrderByDescending(LastActivity).ThenBy(conversation => conversation.Candidate.Identifier, StringComparer.Ordinal).Take(keep))
            .Select(conversation => conversation.Candidate.Identifier),
    ];

    // What has no date is not known to be old.
    private static DateTimeOffset LastActivity((CleanupCandidate Candidate, CandidateDetails Details) conversation)
    {
        var (candidate, details) = conversation;
        return details.Newest is { Date: null }
            ? DateTimeOffset.MaxValue
            : new[] { candidate.DateCreated, candidate.DateUpdated, candidate.LastMessageAt, details.Newest?.Date }.Max() ?? DateTimeOffset.MaxValue;
    }
}
