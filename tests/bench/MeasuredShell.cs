using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace ConversationsAdmin.Bench;

/// <summary>Runs a script in a fresh `pwsh -NoProfile`, bounded in time.</summary>
internal static class MeasuredShell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public const string NoPace = "-ActionsPerSecond 0";

    public const string DefaultPace = "";

    /// <summary>What a benchmark's script starts with: the built module, connected to the latency server, as fast as it can unless a pace is given.</summary>
    public static string Connected(ServerProcess server, string pace = NoPace) =>
        $$"""
        $ErrorActionPreference = 'Stop'
        $ProgressPreference = 'SilentlyContinue'
        Import-Module '{{ModulePath()}}'
        $secret = [securestring]::new(); 'not-a-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        $credential = [pscredential]::new('{{ConversationPages.AccountSid}}', $secret)
        $null = Connect-ConvProvider -Provider Twilio -Credential $credential -BaseUri {{server.Address}} -ServiceSid {{ConversationPages.ServiceSid}} {{pace}}

        """;

    public static string ModulePath()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string module = Path.Combine(folder.FullName, "output", "ConversationsAdmin");
            if (File.Exists(Path.Combine(folder.FullName, "Module.sln")) && Directory.Exists(module))
            {
                return module;
            }
        }

        throw new BenchmarkException("The module is not built: run `dotnet build Module.sln -c Release` first.");
    }

    /// <summary>Runs the script and reads its last line of output as JSON.</summary>
    public static async Task<T> RunAsync<T>(string script, CancellationToken cancellation)
    {
        string output = await RunAsync(script, cancellation);
        string last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("");
        return JsonSerializer.Deserialize<T>(last, JsonSerializerOptions.Web)
            ?? throw new BenchmarkException($"The script measured nothing:\n{output}");
    }

    public static async Task<string> RunAsync(string script, CancellationToken cancellation)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("conversations-admin-bench-");
        try
        {
            string file = Path.Combine(scratch.FullName, "measure.ps1");
            await File.WriteAllTextAsync(file, script, cancellation);
            return await RunFileAsync(file, cancellation);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<string> RunFileAsync(string file, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", "-File", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";

        using Process shell = Start(start);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            Task<string> output = shell.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = shell.StandardError.ReadToEndAsync(limit.Token);
            await shell.WaitForExitAsync(limit.Token);
            return shell.ExitCode == 0
                ? await output
                : throw new BenchmarkException($"pwsh ended with {shell.ExitCode}:\n{await output}{await error}");
        }
        catch (OperationCanceledException)
        {
            shell.Kill(entireProcessTree: true);
            throw new BenchmarkException($"pwsh was ended: interrupted, or longer than {Limit}.");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new BenchmarkException("There is no `pwsh` on the PATH: the benchmarks need PowerShell 7.4 or later.");
        }
    }
}
