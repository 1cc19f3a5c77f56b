using System.Diagnostics;

namespace ConversationsAdmin.Bench;

internal static class ImportBenchmark
{
    private const int Runs = 11;

    public static async Task RunAsync(CancellationToken cancellation)
    {
        string import = $"Import-Module '{MeasuredShell.ModulePath()}' -ErrorAction Stop";
        var alone = new List<double>();
        var importing = new List<double>();

        await MeasuredShell.RunAsync(import, cancellation);
        for (int run = 0; run < Runs; run++)
        {
            if (run % 2 == 0)
            {
                alone.Add(await MillisecondsAsync("exit 0", cancellation));
                importing.Add(await MillisecondsAsync(import, cancellation));
            }
            else
            {
                importing.Add(await MillisecondsAsync(import, cancellation));
                alone.Add(await MillisecondsAsync("exit 0", cancellation));
            }
        }

        double ratio = importing.Zip(alone, (with, without) => with / without).Median();
        Figures.Print(
            $"import: whole life of a pwsh -NoProfile, order alternated, median of {Runs}",
            ("pwsh alone", $"{alone.Median():F0} ms"),
            ("pwsh with Import-Module", $"{importing.Median():F0} ms"),
            ("added", $"{importing.Median() - alone.Median():F0} ms"),
            ("median of the ratios", $"{ratio:F2} (at most 1.30 wanted)"));
    }

    private static async Task<double> MillisecondsAsync(string script, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await MeasuredShell.RunAsync(script, cancellation);
        return watch.Elapsed.TotalMilliseconds;
    }
}
