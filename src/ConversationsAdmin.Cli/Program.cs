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
var exitCode = await parsed.InvokeAsync().ConfigureAwait(false);
return parsed.Errors.Count > 0 ? ExitCode.BadArguments : exitCode;
