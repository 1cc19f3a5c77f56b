using System.CommandLine;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Cli.Sandbox;

/// <summary><c>conv sandbox</c>: the sandbox behind a socket, for any other client.</summary>
internal static class SandboxCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes any that is free.",
        DefaultValueFactory = _ => 8765,
    };

    private static readonly Option<string[]> Settings = new("--option")
    {
        Description = "A setting of the sandbox as Name=Value, such as Latency=00:00:00.05; may be repeated.",
    };

    internal static Command Create()
    {
        var command = new Command("sandbox", "Imitates the providers on this machine until it is stopped with Ctrl+C.") { Port, Settings };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Port), parsed.GetValue(Settings) ?? [], cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, string[] settings, CancellationToken cancellationToken)
    {
        SandboxServer server;
        try
        {
            server = new SandboxServer(SandboxOptions.FromSettings(settings.Select(Split)));
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCode.BadArguments;
        }

        try
        {
            await using var host = await SandboxHost.StartAsync(server, port, cancellationToken).ConfigureAwait(false);
            server.PublicAddress = new Uri(host.BaseAddress, "conversations");
            Console.WriteLine($"Twilio Conversations  {server.PublicAddress}");
            Console.WriteLine($"Account               {server.AccountSid}");
            Console.WriteLine($"Auth token            {server.AuthToken}   (made up, good for this sandbox only)");
            Console.WriteLine($"Service               {server.DefaultServiceSid}");
            Console.WriteLine("Stop it with Ctrl+C.");
            await host.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return ExitCode.AllDone;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"Port {port} can't be used: {exception.Message}").ConfigureAwait(false);
            return ExitCode.BadArguments;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.AllDone;
        }
    }

    private static KeyValuePair<string, object?> Split(string setting)
    {
        var parts = setting.Split('=', 2);
        return parts.Length == 2
            ? KeyValuePair.Create(parts[0], (object?)parts[1])
            : throw new ArgumentException($"'{setting}' is no setting. Give it as Name=Value.");
    }
}
