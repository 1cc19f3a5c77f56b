using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace ConversationsAdmin.Bench.Gateway;

/// <summary>Sustained list calls at the gateway, while others hang up and send far too much.</summary>
internal static class GatewayBenchmark
{
    private const int Connections = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Load = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(CancellationToken cancellation)
    {
        await using GatewayProcess gateway = await GatewayProcess.StartAsync(cancellation);
        await LoadAsync(gateway, WarmUp, cancellation);

        using var disturbing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<Disturbances> disturbances = Disturbers.RunAsync(gateway, disturbing.Token);
        Task<double[]> memory = WatchMemoryAsync(gateway, disturbing.Token);
        Calls calls = await LoadAsync(gateway, Load, cancellation);
        await disturbing.CancelAsync();
        Disturbances disturbed = await disturbances;
        double[] used = await memory;

        Figures.Print(
            $"gateway: list calls of 20 rows on the sandbox, {Connections} connections, {Load.TotalSeconds:0} s, while others hang up and send 100 MB",
            ("calls a second", $"{calls.Milliseconds.Length / Load.TotalSeconds:F0}"),
            ("median", $"{calls.Milliseconds.Median():F1} ms"),
            ("99th percentile", $"{Percentile(calls.Milliseconds, 0.99):F1} ms"),
            ("errors", $"{calls.Errors}"),
            ("clients that hung up", $"{disturbed.HungUp}"),
            ("bodies of 100 MB that were refused", $"{disturbed.Refused} of {disturbed.Bodies}"),
            ("memory in the first third", $"{used.Take(used.Length / 3).Median():F0} MiB"),
            ("memory in the last third", $"{used.Skip(used.Length * 2 / 3).Median():F0} MiB"));
    }

    private static async Task<Calls> LoadAsync(GatewayProcess gateway, TimeSpan duration, CancellationToken cancellation)
    {
        var taken = new ConcurrentBag<double>();
        int errors = 0;
        long end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(CallAsync, cancellation)));
        return new Calls([.. taken], errors);

        async Task CallAsync()
        {
            // One handler each, so that there are as many connections.
            using HttpClient client = ClientOf(gateway);
            var path = new Uri($"/v1/v1/services/{gateway.ServiceSid}/conversations?PageSize=20", UriKind.Relative);
            while (Stopwatch.GetTimestamp() < end)
            {
                long begun = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.GetAsync(path, cancellation);
                byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellation);
                if (answer.IsSuccessStatusCode && body.Length > 1000)
                {
                    taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }
                else
                {
                    Interlocked.Increment(ref errors);
                }
            }
        }
    }

    internal static HttpClient ClientOf(GatewayProcess gateway)
    {
        var client = new HttpClient { BaseAddress = gateway.Rest };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", GatewayProcess.Token);
        return client;
    }

    private static async Task<double[]> WatchMemoryAsync(GatewayProcess gateway, CancellationToken cancellation)
    {
        var used = new List<double>();
        while (!cancellation.IsCancellationRequested)
        {
            used.Add(gateway.Mebibytes);
            await Task.Delay(500, CancellationToken.None);
        }

        return [.. used];
    }

    private static double Percentile(double[] values, double share) => values.Order().ElementAt((int)(values.Length * share));

    private sealed record Calls(double[] Milliseconds, int Errors);
}
