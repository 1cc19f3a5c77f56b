using System.CommandLine;

namespace ConversationsAdmin.Bench.Kill;

/// <summary>A clean-up of 36,000 conversations that is killed five times: a proof rather than a measurement.</summary>
internal static class KillBenchmark
{
    private static readonly Option<int> Conversations = new("--conversations") { Description = "How many conversations to remove", DefaultValueFactory = _ => 36_000 };

    private static readonly Option<int> Kills = new("--kills") { Description = "How often to kill the process", DefaultValueFactory = _ => 5 };

    private static readonly Option<int> Seed = new("--seed") { Description = "What the moments of the kills come from", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Latency = new("--latency-ms") { Description = "How long each answer is held back after it acted", DefaultValueFactory = _ => 2 };

    public static Option[] Options => [Conversations, Kills, Seed, Latency];

    public static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new KillOptions(Repository.Conv, Value(Conversations), Value(Kills), Value(Seed), Value(Latency));
        KillResult result = await KillTrial.RunAsync(options, cancellation);
        Print(result);
        string[] faults = [.. result.Faults()];
        if (faults.Length > 0)
        {
            throw new BenchmarkException(string.Join('\n', faults));
        }

        // With `all`, nobody gives these options.
        int Value(Option<int> option) => parsed.GetResult(option) is null ? (int)option.GetDefaultValue()! : parsed.GetValue(option);
    }

    private static void Print(KillResult result)
    {
        List<ServerRecord.Delete> deletes = [.. result.Record.Deletes.Values.SelectMany(of => of)];
        Figures.Print(
            $"kill: {result.Listed.Count} conversations, killed {result.Options.Kills} times, seed {result.Options.Seed}, {result.Seconds:F0} s in all",
            [
                .. result.Moments.Select((moment, index) => ($"kill {index + 1}", (FormattableString)
                    $"{(moment.Deleted == 0 ? "while planning" : "while removing")}, after {moment.Requests} requests: {moment.Deleted} deleted, {moment.InFlight.Count} in flight, {moment.NotArchived.Count} without archive")),
                ("the server", $"{result.Record.Requests} requests; deletes answered 204: {deletes.Count(delete => delete.Status == 204)}, 404: {deletes.Count(delete => delete.Status == 404)}; listed at the end: {result.Left.Count}"),
                ("the journal", $"Removed {result.Ended("Removed").Count()}, AlreadyGone {result.Ended("AlreadyGone").Count()}"),
                ("the archive", $"{result.Archive.Ends.Count} conversations in {result.Archive.Rows} lines, {result.Archive.Wrong.Count} wrong"),
                ("the last run", $"{result.Summary.Trim()}"),
            ]);
    }
}
