namespace ConversationsAdmin.Bench;

internal static class ListBenchmark
{
    private const int Count = 100_000;

    private const int PageSize = 100;

    private const int Rounds = 5;

    private const int RoundsWithLatency = 3;

    private const int LatencyMilliseconds = 20;

    public static async Task RunAsync(CancellationToken cancellation)
    {
        await using (ServerProcess server = await ServerProcess.StartAsync(Count, 0, cancellation))
        {
            await WholeProcessesAsync(server, cancellation);
            await WarmAsync(server, cancellation);
        }

        await using ServerProcess slow = await ServerProcess.StartAsync(Count, LatencyMilliseconds, cancellation);
        await WithLatencyAsync(slow, cancellation);
    }

    private static async Task WholeProcessesAsync(ServerProcess server, CancellationToken cancellation)
    {
        double[][] seconds = await Figures.AlternateAsync(
            Rounds,
            async () => (await MeasuredShell.RunAsync(ModuleScript(server, times: 1), cancellation)).Seconds,
            async () => (await MeasuredShell.RunAsync(PlainScript(server), cancellation)).Seconds,
            async () => NodePeer.Missing is null ? (await NodePeer.RunAsync("list.mjs", server, cancellation, Count, PageSize, 1)).Seconds : double.NaN);
        Figures.Print(
            $"list: {Count} by pages of {PageSize}, no latency, whole processes, {Rounds} rounds, order alternated",
            ("Get-ConvConversation", $"{seconds[0].Median():F2} s"),
            ("Invoke-RestMethod loop", $"{seconds[1].Median():F2} s"),
            ("twilio for node, each", $"{seconds[2].Median():F2} s"),
            ("times as fast as the loop", $"{Figures.Ratio(seconds[1], seconds[0]):F2} (at least 3.5 wanted)"),
            ("time of node's", $"{Figures.Ratio(seconds[0], seconds[2]):F2} (at most 1.1 wanted)"));
        NodePeer.TellMissing();
    }

    private static async Task WarmAsync(ServerProcess server, CancellationToken cancellation)
    {
        double[][] seconds = await Figures.AlternateAsync(
            Rounds,
            async () => (await MeasuredShell.RunAsync<Measured>(ModuleScript(server, times: 2), cancellation)).Seconds[^1],
            async () => NodePeer.Missing is null
                ? Figures.Read<Measured>((await NodePeer.RunAsync("list.mjs", server, cancellation, Count, PageSize, 2)).Output).Seconds[^1]
                : double.NaN);
        Figures.Print(
            $"list: the same for the second time in one process, {Rounds} rounds, order alternated",
            ("Get-ConvConversation", $"{Count / seconds[0].Median():F0} objects/s"),
            ("twilio for node, each", $"{Count / seconds[1].Median():F0} objects/s"),
            ("time of node's", $"{Figures.Ratio(seconds[0], seconds[1]):F2} (below 1 wanted)"));
        NodePeer.TellMissing();
    }

    private static async Task WithLatencyAsync(ServerProcess server, CancellationToken cancellation)
    {
        double[][] seconds = await Figures.AlternateAsync(
            RoundsWithLatency, async () => (await MeasuredShell.RunAsync<Measured>(ModuleScript(server, times: 1), cancellation)).Seconds[^1]);
        double least = Count / PageSize * LatencyMilliseconds / 1000.0;
        Figures.Print(
            $"list: {Count} by pages of {PageSize} at {LatencyMilliseconds} ms a page, a fresh process, median of {RoundsWithLatency}",
            ("pages x latency", $"{least:F2} s"),
            ("Get-ConvConversation", $"{seconds[0].Median():F2} s = {seconds[0].Median() / least:F2} of it (at most 1.15 wanted)"));
    }

    private static string ModuleScript(ServerProcess server, int times) => MeasuredShell.Connected(server) +
        $$"""
        $seconds = foreach ($time in 1..{{times}}) {
            $seen = 0
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Get-ConvConversation -PageSize {{PageSize}} | ForEach-Object { $seen++ }
            $watch.Elapsed.TotalSeconds
            if ($seen -ne {{Count}}) { throw "Only $seen were listed." }
        }
        @{ seconds = @($seconds) } | ConvertTo-Json -Compress
        """;

    private static string PlainScript(ServerProcess server) => MeasuredShell.Credential +
        $$"""
        $seen = 0
        & {
            $path = '/v1/Services/{{ConversationPages.ServiceSid}}/Conversations?PageSize={{PageSize}}'
            while ($path) {
                $page = Invoke-RestMethod -Uri ('http://127.0.0.1:{{server.Address.Port}}' + $path) -Credential $credential -AllowUnencryptedAuthentication -Authentication Basic
                $page.conversations
                $path = $page.meta.next_page_url ? ([uri] $page.meta.next_page_url).PathAndQuery : $null
            }
        } | ForEach-Object { $seen++ }
        if ($seen -ne {{Count}}) { throw "Only $seen were listed." }
        """;

    private sealed record Measured(double[] Seconds);
}
