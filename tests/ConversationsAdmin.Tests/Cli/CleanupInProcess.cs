using ConversationsAdmin.Cli.Cleanup;
using Spectre.Console;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>Runs a clean-up within the test, for the many cases that a process each would be too slow for.</summary>
internal static class CleanupInProcess
{
    public static async Task<ConvResult> RunAsync(CleanupOptions options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var exitCode = await new CleanupRun(console, output, errors, machine: null).RunAsync(options, CancellationToken.None);
        return new ConvResult(exitCode, output.ToString(), errors.ToString());
    }
}
