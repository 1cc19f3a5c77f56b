using System.Diagnostics;
using System.Net.Http.Json;

namespace ConversationsAdmin.Bench;

/// <summary>The latency server in a process of its own, so that it shares neither thread pool nor heap with what is measured.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(int conversations, int latencyMilliseconds, CancellationToken cancellation, params string[] more)
    {
        string[] arguments =
        [
            typeof(ServerProcess).Assembly.Location, "server",
            "--conversations", $"{conversations}", "--latency-ms", $"{latencyMilliseconds}", .. more,
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Process process = Process.Start(start)!;
        try
        {
            string? line = await process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(StartLimit, cancellation);
            return line?.StartsWith(LatencyServer.PortLine, StringComparison.Ordinal) == true
                ? new ServerProcess(process, int.Parse(line[LatencyServer.PortLine.Length..]))
                : throw new BenchmarkException($"The latency server did not tell its port but: {line}");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>What the server was asked to delete since this was called last.</summary>
    public async Task<DeleteRecord.Deletes> TakeDeletesAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = Address };
        return (await client.GetFromJsonAsync<DeleteRecord.Deletes>(DeleteRecord.Path, cancellation))!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
