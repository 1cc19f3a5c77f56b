namespace ConversationsAdmin.Bench;

internal static class MemoryBenchmark
{
    private const int Runs = 3;

    private static readonly int[] Counts = [10_000, 200_000];

    public static async Task RunAsync(CancellationToken cancellation)
    {
        var medians = new List<double>();
        foreach (int count in Counts)
        {
            await using ServerProcess server = await ServerProcess.StartAsync(count, 0, cancellation);
            var peaks = new List<double>();
            for (int run = 0; run < Runs; run++)
            {
                peaks.Add((await MeasuredShell.RunAsync<Measured>(Script(server, count), cancellation)).PeakBytes / (1024 * 1024));
            }

            medians.Add(peaks.Median());
        }

        Figures.Print(
            $"memory: peak of a pwsh that streams the list into a counter, median of {Runs}",
            ("10,000 listed", $"{medians[0]:F0} MiB"),
            ("200,000 listed", $"{medians[1]:F0} MiB"),
            ("more for 200,000", $"{medians[1] - medians[0]:F0} MiB (at most 60 wanted)"));
    }

    private static string Script(ServerProcess server, int count) => MeasuredShell.Connected(server) +
        $$"""
        $seen = 0
        Get-ConvConversation -PageSize 100 | ForEach-Object { $seen++ }
        if ($seen -ne {{count}}) { throw "Only $seen were listed." }
        $status = '/proc/self/status'
        $peak = (Test-Path $status) ? 1024 * [long] ((Get-Content $status) -match '^VmHWM' -replace '\D')[0] : [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
        @{ peakBytes = $peak } | ConvertTo-Json -Compress
        """;

    private sealed record Measured(double PeakBytes);
}
