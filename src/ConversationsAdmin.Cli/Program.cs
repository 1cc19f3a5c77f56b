using System.CommandLine;
using ConversationsAdmin.Cli;
using ConversationsAdmin.Cli.Cleanup;
using ConversationsAdmin.Cli.Gateway;
using ConversationsAdmin.Cli.Sandbox;

var root = new RootCommand("Looks after conversation platforms: finds stale conversations and removes them, imitates the platforms for rehearsals, and offers them over REST and MCP.")
{
    CleanupCommand.Create(),
    SandboxCommand.Create(),
    ServeCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && CleanupCommand.TellRefusal(parsed))
{
    return ExitCode.BadArguments;
}

// After Ctrl+C the summary must be written, and the journal and the archive must be closed; a gateway finishes what is in progress for 30 s.
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(35) }).ConfigureAwait(false);
return parsed.Errors.Count > 0 ? ExitCode.BadArguments : exitCode;
