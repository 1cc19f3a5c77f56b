namespace ConversationsAdmin.Bench.Kill;

/// <summary>How things stood right after a kill.</summary>
/// <param name="Requests">How many requests the server had answered.</param>
/// <param name="Deleted">How many conversations it had deleted.</param>
/// <param name="InFlight">Those that it had deleted and whose end was not in the journal: what was in flight at this kill or an earlier one.</param>
/// <param name="NotArchived">Those that it had deleted and that had no end line in the archive.</param>
internal sealed record KillMoment(int Requests, int Deleted, IReadOnlySet<string> InFlight, IReadOnlySet<string> NotArchived)
{
    public static KillMoment Of(ServerRecord record, KillFiles files)
    {
        HashSet<string> deleted = record.Deleted;
        Dictionary<string, List<string>> ended = JournalReader.Read(files.Journal);
        ArchiveReader archive = ArchiveReader.Read(files.Archive);
        return new KillMoment(
            record.Requests,
            deleted.Count,
            deleted.Where(sid => !ended.ContainsKey(sid)).ToHashSet(),
            deleted.Where(sid => !archive.Ends.ContainsKey(sid)).ToHashSet());
    }
}
