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

    private static readonly Option<string?> RecordPath = new("--record")
    {
        Description = "A file to which each request is added as a line of JSON before it is answered.",
        HelpName = "file",
    };

    internal static Command Create()
    {
        var command = new Command("sandbox", "Imitates the providers on this machine until it is stopped with Ctrl+C.") { Port, Settings, RecordPath };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(Port), parsed.GetValue(Settings) ?? [], parsed.GetValue(RecordPath), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, string[] settings, string? recordPath, CancellationToken cancellationToken)
    {
        using var log = OpenLog(recordPath, out var refusal);
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal).ConfigureAwait(false);
            return ExitCode.BadArguments;
        }

        TwilioSandbox twilio;
        TelnyxSandbox telnyx;
        SunshineSandbox sunshine;
        try
        {
            var options = SandboxOptions.FromSettings(settings.Select(Split));
            (twilio, telnyx, sunshine) = (new(options), new(options), new(options));
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCode.BadArguments;
        }

        try
        {
            SandboxServer[] servers = [twilio, telnyx, sunshine];
            foreach (var server in servers)
            {
                // Nobody can read the record of this process, which would only grow.
                server.Record.Keeps = false;
                server.Record.Answered = log is null ? null : log.Add;
            }

            await using var host = await SandboxHost.StartAsync(servers, port, cancellationToken).ConfigureAwait(false);
            foreach (var server in servers)
            {
                server.PublishAt(host.BaseAddress);
            }

            Console.WriteLine($"Twilio Conversations  {new Uri(host.BaseAddress, "conversations")}");
            Console.WriteLine($"Twilio Proxy          {new Uri(host.BaseAddress, "proxy")}");
            Console.WriteLine($"Account               {twilio.AccountSid}");
            Console.WriteLine($"Auth token            {twilio.AuthToken}");
            Console.WriteLine($"Service               {twilio.DefaultServiceSid}");
            Console.WriteLine($"Proxy service         {twilio.ProxyServiceSid}");
            Console.WriteLine($"Telnyx                {new Uri(host.BaseAddress, "telnyx")}");
            Console.WriteLine($"API key               {telnyx.ApiKey}");
            Console.WriteLine($"Sunshine              {new Uri(host.BaseAddress, "sunshine")}");
            Console.WriteLine($"App                   {sunshine.AppId}");
            Console.WriteLine($"Key                   {sunshine.KeyId}");
            Console.WriteLine($"Key secret            {sunshine.KeySecret}");
            Console.WriteLine($"User                  {sunshine.SampleUserId}");
            Console.WriteLine($"External id           {sunshine.SampleUserExternalId}");
            Console.WriteLine("The credentials are made up, and good for this sandbox only.");
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

    private static RequestLog? OpenLog(string? path, out string? refusal)
    {
        refusal = null;
        try
        {
            return path is null ? null : new RequestLog(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            refusal = $"The record can't be written: {exception.Message}";
            return null;
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
