using System.Globalization;
using System.Net.Http.Json;

namespace ConversationsAdmin.Bench;

internal static class PacingBenchmark
{
    private const int LatencyMilliseconds = 50;

    private const int AtOnce = 20;

    private const int Limit = 30;

    private const int Window = 5;

    // A minute at the limit.
    private const int Count = 60 * Limit;

    public static async Task RunAsync(CancellationToken cancellation)
    {
        PrintSteady("one pipeline", await MeasureAsync($"0:{Limit}", 0, OnePipeline(Count), cancellation));
        PrintSteady("two pipelines on one connection", await MeasureAsync($"0:{Limit}", 0, TwoPipelines, cancellation));
        PrintSteady("one pipeline, the way there takes 0 to 20 ms more", await MeasureAsync($"0:{Limit}", 20, OnePipeline(Count), cancellation));
        PrintChange(await MeasureAsync($"0:{Limit},15:10,45:{Limit}", 0, OnePipeline((15 + 10 + 45) * Limit), cancellation));
    }

    private static string OnePipeline(int count) =>
        $$"""
        $outcomes = 0..{{count - 1}} | ForEach-Object { 'CH{0:x32}' -f $_ } |
            Remove-ConvConversation -Confirm:$false -ThrottleLimit {{AtOnce}} -PassThru -WarningAction SilentlyContinue
        """;

    private static string TwoPipelines =>
        $$"""
        $connection = Get-ConvConnection
        $outcomes = 0..1 | ForEach-Object -Parallel {
            Import-Module '{{Repository.Module}}'
            $first = $_ * {{Count / 2}}
            $first..($first + {{(Count / 2) - 1}}) | ForEach-Object { 'CH{0:x32}' -f $_ } |
                Remove-ConvConversation -Confirm:$false -ThrottleLimit {{AtOnce}} -PassThru -Connection $using:connection -WarningAction SilentlyContinue
        }
        """;

    private static async Task<WriteRecord> MeasureAsync(string plan, int jitterMilliseconds, string remove, CancellationToken cancellation)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(
            1, LatencyMilliseconds, cancellation, "--write-limit", plan, "--jitter-ms", $"{jitterMilliseconds}");
        string script = MeasuredShell.Connected(server, MeasuredShell.DefaultPace) + remove +
            """

            $left = @($outcomes | Where-Object Status -NE Removed)
            if ($left) { throw "$($left.Count) were not removed: $($left[0].Message)" }
            """;
        await MeasuredShell.RunAsync(script, cancellation);
        using var client = new HttpClient { BaseAddress = server.Address };
        return await client.GetFromJsonAsync<WriteRecord>(LatencyServer.RecordPath, cancellation)
            ?? throw new BenchmarkException("The server kept no record.");
    }

    private static void PrintSteady(string title, WriteRecord record) => Figures.Print(
        $"pacing: {record.Accepted.Length} deletes at {LatencyMilliseconds} ms, {AtOnce} at once, at most {Limit} in any second, {title}",
        ("accepted", $"{record.AcceptedPerSecond:F2}/s over {record.Seconds:F1} s = {record.AcceptedPerSecond / Limit:F3} of the limit (0.96 wanted)"),
        ("most in any second", $"{record.MostInASecond}"),
        ("refused", $"{record.Refused.Length} (0 wanted){(record.Refused.Length > 0 ? $", after {Row(record.Refused, "F2")} s" : "")}"));

    private static void PrintChange(WriteRecord record) => Figures.Print(
        $"pacing: {record.Accepted.Length} deletes, {Limit} a second, 10 from 15 s to 45 s, then {Limit} again",
        ($"accepted a second, by {Window} s", $"{Row(record.PerSecondIn(Window), "F1")}"),
        ($"refused, by {Window} s", $"{Row(record.RefusedIn(Window).Select(count => (double)count), "F0")}"),
        ("refused in all", $"{record.Refused.Length}"));

    private static string Row(IEnumerable<double> figures, string format) =>
        string.Join(' ', figures.Select(figure => figure.ToString(format, CultureInfo.InvariantCulture).PadLeft(5)));
}
