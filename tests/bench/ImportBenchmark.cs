namespace ConversationsAdmin.Bench;

internal static class ImportBenchmark
{
    private const int Runs = 11;

    public static async Task RunAsync(CancellationToken cancellation)
    {
        string import = $"Import-Module '{Repository.Module}' -ErrorAction Stop";
        await MeasuredShell.RunAsync(import, cancellation);
        double[][] taken = await Figures.AlternateAsync(Runs, () => SecondsAsync("exit 0", cancellation), () => SecondsAsync(import, cancellation));
        (double[] alone, double[] importing) = (taken[0], taken[1]);

        Figures.Print(
            $"import: whole life of a pwsh -NoProfile, order alternated, median of {Runs}",
            ("pwsh alone", $"{alone.Median() * 1000:F0} ms"),
            ("pwsh with Import-Module", $"{importing.Median() * 1000:F0} ms"),
            ("added", $"{(importing.Median() - alone.Median()) * 1000:F0} ms"),
            ("median of the ratios", $"{Figures.Ratio(importing, alone):F2} (at most 1.30 wanted)"));
    }

    private static async Task<double> SecondsAsync(string script, CancellationToken cancellation) =>
        (await MeasuredShell.RunAsync(script, cancellation)).Seconds;
}
