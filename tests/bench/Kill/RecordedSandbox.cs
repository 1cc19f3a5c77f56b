using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ConversationsAdmin.Bench.Kill;

/// <summary><c>conv sandbox --record</c>: it outlives those who are killed, and writes down what they asked.</summary>
internal sealed class RecordedSandbox : IAsyncDisposable
{
    private const string LastLine = "Stop it with";

    // Of what the sandbox is told to have, its first service gets so much.
    private const double ShareOfService = 0.56;

    private readonly Process _process;
    private readonly Dictionary<string, string> _told;

    private RecordedSandbox(Process process, Dictionary<string, string> told) => (_process, _told) = (process, told);

    public Uri Address => new(_told["Twilio Conversations"]);

    public string AccountSid => _told["Account"];

    public string AuthToken => _told["Auth token"];

    public string ServiceSid => _told["Service"];

    public static async Task<RecordedSandbox> StartAsync(KillOptions options, string recordPath, CancellationToken cancellation)
    {
        Process process = ConvStart.Start(
            options.Conv,
            [
                "sandbox", "--port", "0", "--record", recordPath,
                "--option", $"Conversations={Math.Ceiling(options.Conversations / ShareOfService)}", "--option", $"Latency={TimeSpan.FromMilliseconds(options.LatencyMilliseconds):c}",
            ]);
        try
        {
            return new RecordedSandbox(process, await ReadAsync(process, cancellation));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>The conversations that the service has now.</summary>
    public async Task<HashSet<string>> ListAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient();
        string credential = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{AccountSid}:{AuthToken}"));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credential);
        var listed = new HashSet<string>();
        for (string? next = $"{Address}/v1/Services/{ServiceSid}/Conversations?PageSize=100"; next is not null;)
        {
            using JsonDocument page = JsonDocument.Parse(await client.GetStringAsync(next, cancellation));
            listed.UnionWith(page.RootElement.GetProperty("conversations").EnumerateArray().Select(row => row.GetProperty("sid").GetString()!));
            next = page.RootElement.GetProperty("meta").GetProperty("next_page_url").GetString();
        }

        return listed;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Each line is a name, two or more blanks, and a value.
    private static async Task<Dictionary<string, string>> ReadAsync(Process process, CancellationToken cancellation)
    {
        var told = new Dictionary<string, string>();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith(LastLine, StringComparison.Ordinal))
            {
                return told;
            }

            string[] parts = line.Split("  ", 2, StringSplitOptions.TrimEntries);
            told[parts[0]] = parts[^1];
        }

        throw new BenchmarkException($"The sandbox did not start: {await process.StandardError.ReadToEndAsync(cancellation)}");
    }
}
