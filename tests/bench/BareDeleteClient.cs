using System.Diagnostics;

namespace ConversationsAdmin.Bench;

/// <summary>The least that a client can do: one HttpClient, so many requests at once, no checks.</summary>
internal static class BareDeleteClient
{
    public static async Task<double> SecondsAsync(Uri server, int count, int atOnce, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = server };
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), options, async (index, token) =>
        {
            string path = $"/v1/Services/{ConversationPages.ServiceSid}/Conversations/{ConversationPages.ConversationSid(index)}";
            using HttpResponseMessage response = await client.DeleteAsync(path, token);
            response.EnsureSuccessStatusCode();
        });
        return watch.Elapsed.TotalSeconds;
    }
}
