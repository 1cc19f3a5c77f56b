using System.CommandLine;
using ConversationsAdmin.Cli;
using ConversationsAdmin.Cli.Cleanup;
using ConversationsAdmin.Cli.Sandbox;

var root = new RootCommand("Looks after conversation platforms: finds stale conversations and removes them, and imitates the platforms for rehearsals.")
{
    CleanupCommand.Create(),
    SandboxCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && CleanupCommand.TellRefusal(parsed))
{
    return ExitCode.BadArguments;
}

// After Ctrl+C the summary must be written, and the journal and the archive must be closed.
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) }).ConfigureAwait(false);
return parsed.Errors.Count > 0 ? ExitCode.BadArguments : exitCode;
