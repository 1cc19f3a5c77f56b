namespace ConversationsAdmin.Bench.Kill;

/// <summary>What a trial left behind, and what is wrong with it.</summary>
internal sealed class KillResult
{
    public required KillOptions Options { get; init; }

    public required IReadOnlyList<KillMoment> Moments { get; init; }

    public required ServerRecord Record { get; init; }

    public required Dictionary<string, List<string>> Journal { get; init; }

    public required ArchiveReader Archive { get; init; }

    /// <summary>The conversations that the server listed before the first run.</summary>
    public required IReadOnlySet<string> Listed { get; init; }

    /// <summary>Those that it listed after the last.</summary>
    public required IReadOnlySet<string> Left { get; init; }

    /// <summary>What the last run told programs.</summary>
    public required string Summary { get; init; }

    public required double Seconds { get; init; }

    public IReadOnlySet<string> InFlight => Moments.SelectMany(moment => moment.InFlight).ToHashSet();

    /// <summary>What is not as it must be, a sentence each.</summary>
    public IEnumerable<string> Faults()
    {
        IReadOnlySet<string> inFlight = InFlight;
        HashSet<string> deleted = Record.Deleted;
        (string What, IEnumerable<string> Sids)[] faults =
        [
            ("deleted more than once", Sids(deletes => deletes.Count(delete => delete.Acted) > 1)),
            ("never deleted", Listed.Except(deleted)),
            ("deleted without having been listed", deleted.Except(Listed)),
            ("still listed", Left),
            ("answered otherwise than 204 or 404", Sids(deletes => deletes.Exists(delete => delete.Status is not (204 or 404)))),
            ("answered 404 more than once", Sids(deletes => deletes.Count(delete => delete.Status == 404) > 1)),
            ("answered 404 without having been in flight at a kill", Sids(deletes => deletes.Exists(delete => delete.Status == 404)).Except(inFlight)),
            ("deleted at a kill without an archive on the disk", Moments.SelectMany(moment => moment.NotArchived)),
            ("deleted before their archive was begun", deleted.Where(sid => !Archive.Ends.TryGetValue(sid, out DateTimeOffset begun) || begun > FirstDelete(sid))),
            ("other in the archive than its end line says", Archive.Wrong),
            ("without exactly one good end in the journal", deleted.Where(sid => !(Journal.TryGetValue(sid, out List<string>? ends) && ends is ["Removed" or "AlreadyGone"]))),
            ("in the journal, but not deleted", Journal.Keys.Except(deleted)),
            ("already gone without having been in flight at a kill", Ended("AlreadyGone").Except(inFlight)),
            ("in flight at a kill, but not found gone afterwards", inFlight.Except(Ended("AlreadyGone"))),
        ];
        return faults
            .Select(fault => (fault.What, Sids: fault.Sids.ToArray()))
            .Where(fault => fault.Sids.Length > 0)
            .Select(fault => $"{fault.Sids.Length} {fault.What}, such as {fault.Sids[0]}")
            .Concat(Archive.HasManifest ? [] : ["the archive has no manifest"]);
    }

    public IEnumerable<string> Ended(string outcome) => Journal.Where(item => item.Value.Contains(outcome)).Select(item => item.Key);

    private IEnumerable<string> Sids(Func<List<ServerRecord.Delete>, bool> condition) =>
        Record.Deletes.Where(item => condition(item.Value)).Select(item => item.Key);

    private DateTimeOffset FirstDelete(string sid) => Record.Deletes[sid].Find(delete => delete.Acted)!.Time;
}
