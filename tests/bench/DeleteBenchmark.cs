namespace ConversationsAdmin.Bench;

internal static class DeleteBenchmark
{
    private const int Count = 2_000;

    private const int LatencyMilliseconds = 50;

    private const int AtOnce = 20;

    private const int Runs = 3;

    public static async Task RunAsync(CancellationToken cancellation)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(1, LatencyMilliseconds, cancellation);
        string plain = Script(server, "");
        string journaled = Script(server, "-JournalPath ([IO.Path]::Combine([IO.Path]::GetTempPath(), \"$(New-Guid).jsonl\"))");
        var module = new List<double>();
        var withJournal = new List<double>();
        var bare = new List<double>();
        await BareDeleteClient.SecondsAsync(server.Address, AtOnce, AtOnce, cancellation);
        for (int run = 0; run < Runs; run++)
        {
            module.Add((await MeasuredShell.RunAsync<Measured>(plain, cancellation)).Seconds);
            withJournal.Add((await MeasuredShell.RunAsync<Measured>(journaled, cancellation)).Seconds);
            bare.Add(await BareDeleteClient.SecondsAsync(server.Address, Count, AtOnce, cancellation));
        }

        double limit = AtOnce / (LatencyMilliseconds / 1000.0);
        double moduleRate = Count / module.Median();
        double journalRate = Count / withJournal.Median();
        double bareRate = Count / bare.Median();
        Figures.Print(
            $"deletes: {Count} at {LatencyMilliseconds} ms, {AtOnce} at once, median of {Runs}",
            ("limit", $"{limit:F0}/s"),
            ("Remove-ConvConversation", $"{moduleRate:F0}/s = {moduleRate / limit:P1} of the limit"),
            ("with -JournalPath", $"{journalRate:F0}/s = {journalRate / limit:P1} of the limit"),
            ("bare HttpClient", $"{bareRate:F0}/s = {bareRate / limit:P1} of the limit"),
            ("module / bare", $"{moduleRate / bareRate:F3}"),
            ("with / without journal", $"{journalRate / moduleRate:F3}"));
    }

    private static string Script(ServerProcess server, string journal) => MeasuredShell.Connected(server) +
        $$"""
        $sids = 0..{{Count - 1}} | ForEach-Object { 'CH{0:x32}' -f $_ }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $outcomes = $sids | Remove-ConvConversation -Confirm:$false -ThrottleLimit {{AtOnce}} -PassThru {{journal}}
        $seconds = $watch.Elapsed.TotalSeconds
        $removed = @($outcomes | Where-Object Status -EQ Removed).Count
        if ($removed -ne {{Count}}) { throw "Only $removed were removed." }
        @{ seconds = $seconds } | ConvertTo-Json -Compress
        """;

    private sealed record Measured(double Seconds);
}
