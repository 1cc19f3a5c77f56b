namespace ConversationsAdmin.Bench;

internal static class ListBenchmark
{
    private const int Count = 100_000;

    private const int PageSize = 100;

    private const int Runs = 4;

    public static async Task RunAsync(CancellationToken cancellation)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(Count, 0, cancellation);
        Measured measured = await MeasuredShell.RunAsync<Measured>(Script(server), cancellation);

        double module = Count / measured.Module.Median();
        double plain = Count / measured.Plain.Median();
        Figures.Print(
            $"list: {Count} by pages of {PageSize}, no latency, one pwsh, order alternated, median of {Runs}",
            ("Get-ConvConversation", $"{module:F0} objects/s"),
            ("Invoke-RestMethod loop", $"{plain:F0} objects/s"),
            ("module / plain", $"{module / plain:F2} (each run: {Ratios(measured)})"));
    }

    private static string Script(ServerProcess server) => MeasuredShell.Connected(server) +
        $$"""
        function Measure-Module {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Get-ConvConversation -PageSize {{PageSize}} | ForEach-Object { $script:seen++ }
            $watch.Elapsed.TotalSeconds
        }
        function Measure-Plain {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            & {
                $path = '/v1/Services/{{ConversationPages.ServiceSid}}/Conversations?PageSize={{PageSize}}'
                while ($path) {
                    $page = Invoke-RestMethod -Uri ('http://127.0.0.1:{{server.Address.Port}}' + $path) -Credential $credential -AllowUnencryptedAuthentication -Authentication Basic
                    $page.conversations
                    $path = $page.meta.next_page_url ? ([uri] $page.meta.next_page_url).PathAndQuery : $null
                }
            } | ForEach-Object { $script:seen++ }
            $watch.Elapsed.TotalSeconds
        }
        function Assert-Seen {
            if ($script:seen -ne {{Count}}) { throw "Only $script:seen were listed." }
        }

        $module = [Collections.Generic.List[double]]::new()
        $plain = [Collections.Generic.List[double]]::new()
        foreach ($run in 1..{{Runs}}) {
            $order = $run % 2 ? @('module', 'plain') : @('plain', 'module')
            foreach ($which in $order) {
                $script:seen = 0
                if ($which -eq 'module') { $module.Add((Measure-Module)) } else { $plain.Add((Measure-Plain)) }
                Assert-Seen
            }
        }
        @{ module = $module; plain = $plain } | ConvertTo-Json -Compress
        """;

    private static string Ratios(Measured measured) =>
        string.Join(", ", measured.Module.Zip(measured.Plain, (module, plain) => FormattableString.Invariant($"{plain / module:F2}")));

    private sealed record Measured(double[] Module, double[] Plain);
}
