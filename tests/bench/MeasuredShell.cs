using System.ComponentModel;
using System.Text.Json;

namespace ConversationsAdmin.Bench;

/// <summary>Runs a script in a fresh `pwsh -NoProfile`.</summary>
internal static class MeasuredShell
{
    public const string NoPace = "-ActionsPerSecond 0";

    public const string DefaultPace = "";

    private static readonly Dictionary<string, string> Environment = new()
    {
        ["NO_COLOR"] = "1",
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
    };

    /// <summary>What a benchmark's script starts with when it uses the credential.</summary>
    public static string Credential =>
        $$"""
        $ErrorActionPreference = 'Stop'
        $ProgressPreference = 'SilentlyContinue'
        $secret = [securestring]::new(); 'not-a-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        $credential = [pscredential]::new('{{ConversationPages.AccountSid}}', $secret)

        """;

    /// <summary>What a benchmark's script starts with when it uses the built module, connected to the latency server, as fast as it can unless a pace is given.</summary>
    public static string Connected(ServerProcess server, string pace = NoPace) => Credential +
        $$"""
        Import-Module '{{Repository.Module}}'
        $null = Connect-ConvProvider -Provider Twilio -Credential $credential -BaseUri {{server.Address}} -ServiceSid {{ConversationPages.ServiceSid}} {{pace}}

        """;

    /// <summary>Runs the script and reads its last line of output as JSON.</summary>
    public static async Task<T> RunAsync<T>(string script, CancellationToken cancellation) =>
        Figures.Read<T>((await RunAsync(script, cancellation)).Output);

    /// <summary>Runs the script.</summary>
    /// <returns>What it wrote, and how long the whole life of the process was.</returns>
    public static async Task<(string Output, double Seconds)> RunAsync(string script, CancellationToken cancellation)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("conversations-admin-bench-");
        try
        {
            string file = Path.Combine(scratch.FullName, "measure.ps1");
            await File.WriteAllTextAsync(file, script, cancellation);
            return await MeasuredProcess.RunAsync("pwsh", ["-NoProfile", "-NonInteractive", "-File", file], cancellation, Environment);
        }
        catch (Win32Exception)
        {
            throw new BenchmarkException("There is no `pwsh` on the PATH: the benchmarks need PowerShell 7.4 or later.");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
