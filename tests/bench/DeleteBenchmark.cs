namespace ConversationsAdmin.Bench;

internal static class DeleteBenchmark
{
    private const int Count = 2_000;

    private const int LatencyMilliseconds = 50;

    private const int AtOnce = 20;

    private const int Rounds = 3;

    private const int ConsumerMilliseconds = 2;

    private static readonly string SlowConsumer = $"; [Threading.Thread]::Sleep({ConsumerMilliseconds})";

    private const string Journal = "-JournalPath ([IO.Path]::Combine([IO.Path]::GetTempPath(), \"$(New-Guid).jsonl\"))";

    public static async Task RunAsync(CancellationToken cancellation)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(Count, LatencyMilliseconds, cancellation);
        (string Name, Func<Task<double>> Measure)[] sides =
        [
            ("bare sockets", () => AllAsync(BareDeleteClient.SecondsAsync(server.Address, Count, AtOnce, cancellation))),
            ("conv cleanup", () => AllAsync(ConvAsync(server, cancellation))),
            ("Remove-ConvConversation", () => AllAsync(ShellAsync(ModuleScript(server, ""), cancellation))),
            ("the same, from first to last delete", () => AllAsync(AsTheServerSawAsync(ShellAsync(ModuleScript(server, ""), cancellation)))),
            ("the same with -JournalPath", () => AllAsync(ShellAsync(ModuleScript(server, "", Journal), cancellation))),
            ($"the same, {ConsumerMilliseconds} ms an outcome", () => AllAsync(ShellAsync(ModuleScript(server, SlowConsumer), cancellation))),
            ($"the same, {ConsumerMilliseconds} ms an outcome, from first to last delete", () => AllAsync(AsTheServerSawAsync(ShellAsync(ModuleScript(server, SlowConsumer), cancellation)))),
            ("ForEach-Object -Parallel", () => AllAsync(ShellAsync(PlainScript(server), cancellation))),
            .. NodePeer.Missing is null ? [("twilio for node, a pool", () => AllAsync(NodeAsync(server, cancellation)))] : Array.Empty<(string, Func<Task<double>>)>(),
        ];
        await BareDeleteClient.SecondsAsync(server.Address, AtOnce, AtOnce, cancellation);
        await server.TakeDeletesAsync(cancellation);

        double[][] seconds = await Figures.AlternateAsync(Rounds, [.. sides.Select(side => side.Measure)]);
        double limit = AtOnce / (LatencyMilliseconds / 1000.0);
        Figures.Print(
            $"deletes: {Count} at {LatencyMilliseconds} ms, {AtOnce} at once, each in a fresh process, {Rounds} rounds, order alternated; the limit is {limit:F0}/s",
            [.. sides.Select((side, index) => (side.Name, (FormattableString)
                $"{Count / seconds[index].Median():F0}/s, {Figures.Ratio(seconds[0], seconds[index]):F3} of bare sockets"))]);
        NodePeer.TellMissing();

        // Whoever reports a time must have done the work.
        async Task<double> AllAsync(Task<double> measure)
        {
            double measured = await measure;
            DeleteRecord.Deletes deletes = await server.TakeDeletesAsync(cancellation);
            return deletes.Count == Count
                ? double.IsNaN(measured) ? deletes.Seconds : measured
                : throw new BenchmarkException($"The server saw {deletes.Count} deletes in place of {Count}.");
        }
    }

    // It tells its own time too roughly, so the server's is taken: from the first delete that came to the last that was answered.
    private static async Task<double> ConvAsync(ServerProcess server, CancellationToken cancellation)
    {
        string[] arguments = [Repository.Conv, "cleanup", "--yes", "--service", ConversationPages.ServiceSid, "--base-uri", $"{server.Address}", "--throttle", $"{AtOnce}", "--skip-check", "--actions-per-second", "0"];
        var credential = new Dictionary<string, string> { ["TWILIO_ACCOUNT_SID"] = ConversationPages.AccountSid, ["TWILIO_AUTH_TOKEN"] = "not-a-secret" };
        await MeasuredProcess.RunAsync("dotnet", arguments, cancellation, credential);
        return double.NaN;
    }

    // Without the time that the first command of a process takes to begin.
    private static async Task<double> AsTheServerSawAsync(Task<double> measure)
    {
        await measure;
        return double.NaN;
    }

    private static async Task<double> ShellAsync(string script, CancellationToken cancellation) =>
        (await MeasuredShell.RunAsync<Measured>(script, cancellation)).Seconds;

    private static async Task<double> NodeAsync(ServerProcess server, CancellationToken cancellation) =>
        Figures.Read<Measured>((await NodePeer.RunAsync("deletes.mjs", server, cancellation, Count, AtOnce)).Output).Seconds;

    private static string ModuleScript(ServerProcess server, string consumer, string journal = "") => MeasuredShell.Connected(server) + Timed(
        $$"""
        $sids | Remove-ConvConversation -Confirm:$false -ThrottleLimit {{AtOnce}} -PassThru {{journal}} | ForEach-Object { if ($_.Status -eq 'Removed') { $removed++ }{{consumer}} }
        if ($removed -ne {{Count}}) { throw "Only $removed were removed." }
        """);

    private static string PlainScript(ServerProcess server) => MeasuredShell.Credential + Timed(
        $$"""
        $sids | ForEach-Object -ThrottleLimit {{AtOnce}} -Parallel {
            Invoke-RestMethod -Method Delete -Uri "{{server.Address}}v1/Services/{{ConversationPages.ServiceSid}}/Conversations/$_" -Credential $using:credential -Authentication Basic -AllowUnencryptedAuthentication
        }
        """);

    private static string Timed(string script) =>
        $$"""
        $sids = 0..{{Count - 1}} | ForEach-Object { 'CH{0:x32}' -f $_ }
        $removed = 0
        $watch = [Diagnostics.Stopwatch]::StartNew()
        {{script}}
        @{ seconds = $watch.Elapsed.TotalSeconds } | ConvertTo-Json -Compress
        """;

    private sealed record Measured(double Seconds);
}
