using System.ComponentModel;
using System.Diagnostics;

namespace ConversationsAdmin.Bench;

/// <summary>Runs a program to its end, bounded in time.</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>True when the program can be started.</summary>
    public static bool Exists(string program)
    {
        try
        {
            using Process process = Start(program, ["--version"], environment: null);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Runs the program.</summary>
    /// <returns>What it wrote, and how long its life was.</returns>
    public static async Task<(string Output, double Seconds)> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation, IReadOnlyDictionary<string, string>? environment = null)
    {
        var watch = Stopwatch.StartNew();
        using Process process = Start(program, arguments, environment);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            double seconds = watch.Elapsed.TotalSeconds;
            return process.ExitCode == 0
                ? (await output, seconds)
                : throw new BenchmarkException($"{program} ended with {process.ExitCode}:\n{await output}{await error}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new BenchmarkException($"{program} was ended: interrupted, or longer than {Limit}.");
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
