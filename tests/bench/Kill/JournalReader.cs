using System.Text.Json;

namespace ConversationsAdmin.Bench.Kill;

/// <summary>Reads a journal, and knows of it only what its lines say.</summary>
internal static class JournalReader
{
    /// <summary>The outcomes of each conversation, in their order.</summary>
    public static Dictionary<string, List<string>> Read(string path)
    {
        var outcomes = new Dictionary<string, List<string>>();
        WholeLines.Read(path, 0, line =>
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("ended", out JsonElement ended))
            {
                string sid = SidOf(ended.GetString()!);
                outcomes.TryAdd(sid, []);
                outcomes[sid].Add(json.RootElement.GetProperty("outcome").GetString()!);
            }
        });
        return outcomes;
    }

    // The key ends with the identifier of the conversation, whatever stands before it.
    private static string SidOf(string key) => key[key.LastIndexOf("CH", StringComparison.Ordinal)..];
}
