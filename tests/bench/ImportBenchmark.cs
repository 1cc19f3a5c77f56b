namespace ConversationsAdmin.Bench;

internal static class ImportBenchmark
{
    private const int Runs = 11;

    public static async Task RunAsync(CancellationToken cancellation)
    {
        string import = $"Import-Module '{Repository.Module}' -ErrorAction Stop";
        string get = $"{import}; $ErrorActionPreference = 'Stop'; Connect-ConvProvider Twilio -Sandbox; $null = Get-ConvConversation -First 1";
        await MeasuredShell.RunAsync(get, cancellation);
        double[][] taken = await Figures.AlternateAsync(
            Runs, () => SecondsAsync("exit 0", cancellation), () => SecondsAsync(import, cancellation), () => SecondsAsync(get, cancellation));
        (double[] alone, double[] importing, double[] getting) = (taken[0], taken[1], taken[2]);

        Figures.Print(
            $"import: whole life of a pwsh -NoProfile, order alternated, median of {Runs}",
            ("pwsh alone", $"{alone.Median() * 1000:F0} ms"),
            ("pwsh with Import-Module", $"{importing.Median() * 1000:F0} ms"),
            ("pwsh with a first Get- on the sandbox", $"{getting.Median() * 1000:F0} ms"),
            ("median of the ratios, Import-Module", $"{Figures.Ratio(importing, alone):F2} (at most 1.30 wanted)"),
            ("median of the ratios, first Get-", $"{Figures.Ratio(getting, alone):F2} (at most 2.00 wanted)"));
    }

    private static async Task<double> SecondsAsync(string script, CancellationToken cancellation) =>
        (await MeasuredShell.RunAsync(script, cancellation)).Seconds;
}
