using System.CommandLine;
using System.Net.Sockets;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Cli.Gateway.Guards;
using ConversationsAdmin.Cli.Gateway.Hosting;
using ConversationsAdmin.Cli.Gateway.Mcp;

namespace ConversationsAdmin.Cli.Gateway;

/// <summary><c>conv serve</c>: the operations of all providers over REST and MCP, for programs and agents of this machine.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        var command = new Command("serve", "Offers the providers' operations over REST and MCP on this machine until it is stopped with Ctrl+C. It reads only, unless it is told otherwise.");
        ServeOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var options = ServeOptions.Read(parsed);
            using var telemetry = Telemetry.Start();
            using var services = new GatewayServices(options, ConnectionOpener.Open(options), GatewayLogging.Create());
            await (parsed.GetValue(ServeOptions.Stdio)
                ? SpeakAsync(services, cancellationToken)
                : ServeAsync(services, cancellationToken)).ConfigureAwait(false);
            return ExitCode.AllDone;
        }
        catch (RequestArgumentException exception)
        {
            return await RefuseAsync(exception.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.AllDone;
        }
    }

    private static async Task SpeakAsync(GatewayServices services, CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(services.Stop).ConfigureAwait(false);
        await McpStdio.RunAsync(services.Tools, services.Options.ConcurrencyPerCaller, services.Loggers, cancellationToken).ConfigureAwait(false);
    }

    private static async Task ServeAsync(GatewayServices services, CancellationToken cancellationToken)
    {
        var tokens = CallerTokens.Read(services.Options.TokenFile);
        await using var host = await StartAsync(services, tokens, cancellationToken).ConfigureAwait(false);
        StartNotice.Write(Console.Out, host, services, tokens.Made);
        await host.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<GatewayHost> StartAsync(GatewayServices services, CallerTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            return await GatewayHost.StartAsync(services, tokens, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new RequestArgumentException("--rest-port", $"The gateway can't listen: {exception.Message} Give other ports with --rest-port and --mcp-port.");
        }
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why).ConfigureAwait(false);
        return ExitCode.BadArguments;
    }
}
