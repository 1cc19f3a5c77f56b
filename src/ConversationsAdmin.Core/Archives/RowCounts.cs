namespace ConversationsAdmin.Core.Archives;

/// <summary>Counts the lines of each kind.</summary>
internal sealed class RowCounts
{
    private readonly int[] counts = new int[Enum.GetValues<ArchiveRowKind>().Length];

    internal void Count(ArchiveRowKind kind) => counts[(int)kind]++;

    internal void Add(RowCounts others)
    {
        for (var kind = 0; kind < counts.Length; kind++)
        {
            counts[kind] += others.counts[kind];
        }
    }

    internal ArchiveCounts ToCounts() => new()
    {
        Conversations = Of(ArchiveRowKind.Conversation),
        Participants = Of(ArchiveRowKind.Participant),
        Webhooks = Of(ArchiveRowKind.Webhook),
        Messages = Of(ArchiveRowKind.Message),
        Receipts = Of(ArchiveRowKind.Receipt),
        Insights = Of(ArchiveRowKind.Insight),
        Interactions = Of(ArchiveRowKind.Interaction),
    };

    private int Of(ArchiveRowKind kind) => counts[(int)kind];
}
