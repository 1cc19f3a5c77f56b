using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Bench.Gateway;

/// <summary>`conv serve --sandbox` in a process of its own.</summary>
internal sealed partial class GatewayProcess : IAsyncDisposable
{
    public const string Token = "bench-bench-bench-bench-bench-bench-bench";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private GatewayProcess(Process process, Uri rest, string serviceSid)
    {
        this.process = process;
        Rest = rest;
        ServiceSid = serviceSid;
    }

    public Uri Rest { get; }

    public string ServiceSid { get; }

    /// <summary>The memory that it has in use now, in MiB.</summary>
    public double Mebibytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<GatewayProcess> StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Conv, "serve", "--sandbox", "--rest-port", "0", "--mcp-port", "0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["CONV_SERVE_TOKEN"] = Token },
        };
        Process process = Process.Start(start)!;
        try
        {
            return await ReadStartAsync(process, cancellation).WaitAsync(StartLimit, cancellation);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    private static async Task<GatewayProcess> ReadStartAsync(Process process, CancellationToken cancellation)
    {
        Uri? rest = null;
        string? service = null;
        while (rest is null || service is null)
        {
            string line = await process.StandardOutput.ReadLineAsync(cancellation) ?? throw new BenchmarkException("The gateway ended before it listened.");
            rest ??= Address().Match(line) is { Success: true } address ? new Uri(address.Value) : null;
            service ??= Service().Match(line) is { Success: true } sid ? sid.Value : null;
        }

        return new GatewayProcess(process, rest, service);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex("IS[0-9a-f]{32}")]
    private static partial Regex Service();
}
