using System.ComponentModel;
using System.Diagnostics;

namespace ConversationsAdmin.Module.Tests;

internal sealed record ChildResult(int ExitCode, string Output);

internal static class ChildProcess
{
    /// <summary>Null when the program is not on the PATH.</summary>
    public static async Task<ChildResult?> RunAsync(ProcessStartInfo start, TimeSpan limit)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new ChildResult(process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} was ended: it ran longer than {limit}.");
        }
    }
}
