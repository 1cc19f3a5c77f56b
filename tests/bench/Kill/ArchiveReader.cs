using System.Security.Cryptography;
using System.Text.Json;

namespace ConversationsAdmin.Bench.Kill;

/// <summary>Reads an archive (.jsonl), and knows of it only what is documented: each conversation's end line tells the hash of the lines before it.</summary>
internal sealed class ArchiveReader
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _rows;

    private ArchiveReader()
    {
    }

    /// <summary>When reading each conversation for its end line began; the first time, if it has several.</summary>
    public Dictionary<string, DateTimeOffset> Ends { get; } = [];

    /// <summary>The end lines whose hash or number of lines is not that of the lines before them.</summary>
    public List<string> Wrong { get; } = [];

    public long Rows { get; private set; }

    public bool HasManifest { get; private set; }

    public static ArchiveReader Read(string path)
    {
        var archive = new ArchiveReader();
        WholeLines.Read(path, 0, archive.Take);
        archive._hash.Dispose();
        return archive;
    }

    private void Take(ReadOnlyMemory<byte> line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        string type = row.GetProperty("type").GetString()!;
        switch (type)
        {
            case "archive":
                break;
            case "manifest":
                HasManifest = true;
                break;
            case "end":
                End(row);
                break;
            default:
                _hash.AppendData(line.Span);
                _hash.AppendData("\n"u8);
                _rows++;
                break;
        }
    }

    private void End(JsonElement end)
    {
        string sid = end.GetProperty("conversation").GetString()!;
        string sha256 = Convert.ToHexString(_hash.GetHashAndReset());
        int counted = end.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32());
        if (!sha256.Equals(end.GetProperty("sha256").GetString(), StringComparison.OrdinalIgnoreCase) || counted != _rows)
        {
            Wrong.Add(sid);
        }

        Rows += _rows;
        _rows = 0;
        Ends.TryAdd(sid, end.GetProperty("time").GetDateTimeOffset());
    }
}
