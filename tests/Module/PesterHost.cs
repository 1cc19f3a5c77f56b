using System.Diagnostics;

namespace ConversationsAdmin.Module.Tests;

/// <summary>A PowerShell that has Pester, and how to start it.</summary>
internal sealed record PesterHost(string FileName, params string[] LeadingArguments)
{
    public const string HowToGetOne =
        """
        THE MODULE'S TESTS DID NOT RUN: there is no PowerShell 7.4 or later with Pester 5 or later here.
        To run them:
          1. install PowerShell 7.4 or later so that `pwsh` is on the PATH, or run `dotnet tool restore` in the repository;
          2. install Pester: `pwsh -NoProfile -Command "Install-PSResource Pester -TrustRepository"` (or `Install-Module Pester`),
             with `dotnet pwsh` in place of `pwsh` after `dotnet tool restore`;
          3. run `dotnet test Module.sln` again.
        """;

    private const int NoPester = 3;

    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan ListLimit = TimeSpan.FromMinutes(2);

    /// <summary>Lists the tests with the first host that can; null where none can.</summary>
    public static async Task<(PesterHost Host, PesterReport Listed)?> FindAsync()
    {
        PesterHost[] candidates = [new("pwsh"), new("dotnet", "pwsh")];
        foreach (PesterHost candidate in candidates)
        {
            if (await candidate.InvokeAsync(ListLimit, "-ListOnly") is { } listed)
            {
                return (candidate, listed);
            }
        }

        return null;
    }

    public async Task<PesterReport> RunAsync() =>
        await InvokeAsync(RunLimit) ?? throw new InvalidOperationException($"{FileName} listed the tests and then could not run them.");

    private async Task<PesterReport?> InvokeAsync(TimeSpan limit, params string[] more)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("conversations-admin-pester-");
        try
        {
            string reportPath = Path.Combine(scratch.FullName, "report.json");
            ChildResult? child = await ChildProcess.RunAsync(StartInfo(reportPath, more), limit);
            if (File.Exists(reportPath))
            {
                return PesterReport.Read(reportPath);
            }

            // `dotnet` itself fails when the tool was not restored, so only `pwsh` can tell more than that it cannot.
            return child is null || child.ExitCode == NoPester || LeadingArguments.Length > 0
                ? null
                : throw new InvalidOperationException($"{FileName} ended with {child.ExitCode} and wrote no report.\n{child.Output}");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private ProcessStartInfo StartInfo(string reportPath, string[] more)
    {
        string bridge = Path.Combine(Repository.PesterFolder, "PesterBridge.ps1");
        string[] arguments =
        [
            .. LeadingArguments, "-NoProfile", "-NonInteractive", "-File", bridge,
            "-Folder", Repository.PesterFolder, "-ReportPath", reportPath, .. more,
        ];
        var start = new ProcessStartInfo(FileName, arguments) { WorkingDirectory = Repository.Root };

        string[] prefixes = ["TWILIO_", "TELNYX_", "SUNSHINE_"];
        foreach (string name in start.Environment.Keys.Where(name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["CONVERSATIONSADMIN_MODULE"] = Repository.BuiltModule;
        return start;
    }
}
