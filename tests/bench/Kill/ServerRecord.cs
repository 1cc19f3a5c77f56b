using System.Text.Json;

namespace ConversationsAdmin.Bench.Kill;

/// <summary>What the server says that it was asked, as far as it has written it down.</summary>
internal sealed class ServerRecord(string path)
{
    private readonly Dictionary<string, List<Delete>> _deletes = [];
    private long _read;

    public int Requests { get; private set; }

    /// <summary>The deletes of each conversation, in the order in which they were carried out.</summary>
    public IReadOnlyDictionary<string, List<Delete>> Deletes => _deletes;

    /// <summary>The conversations that the server has deleted.</summary>
    public HashSet<string> Deleted => [.. _deletes.Where(item => item.Value.Exists(delete => delete.Acted)).Select(item => item.Key)];

    /// <summary>Reads what was added since this was called last.</summary>
    public void Read() => _read = WholeLines.Read(path, _read, Take);

    private void Take(ReadOnlyMemory<byte> line)
    {
        Requests++;
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement request = json.RootElement;
        if (request.GetProperty("method").GetString() != "DELETE")
        {
            return;
        }

        string sid = request.GetProperty("path").GetString()!.Split('/')[^1];
        if (!_deletes.TryGetValue(sid, out List<Delete>? deletes))
        {
            _deletes[sid] = deletes = [];
        }

        JsonElement status = request.GetProperty("status");
        deletes.Add(new Delete(
            status.ValueKind == JsonValueKind.Null ? null : status.GetInt32(),
            request.GetProperty("acted").GetBoolean(),
            request.GetProperty("time").GetDateTimeOffset()));
    }

    internal sealed record Delete(int? Status, bool Acted, DateTimeOffset Time);
}
