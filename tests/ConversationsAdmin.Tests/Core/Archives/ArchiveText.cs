using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Archives;

/// <summary>Reads an archive as somebody would who has nothing but its description, and checks every hash and count.</summary>
internal sealed class ArchiveText
{
    private readonly List<JsonElement> lines = [];

    private ArchiveText(byte[] content)
    {
        foreach (var line in Encoding.UTF8.GetString(content).Split('\n'))
        {
            if (line.Length > 0)
            {
                lines.Add(JsonDocument.Parse(line).RootElement);
            }
        }

        Assert.Equal((byte)'\n', content[^1]);
        CheckBlocks(content);
    }

    public JsonElement Header => lines[0];

    public JsonElement Manifest => Assert.Single(lines, line => Type(line) == "manifest");

    public bool HasManifest => Type(lines[^1]) == "manifest";

    /// <summary>The conversations in the order of their end lines, each as often as it was archived.</summary>
    public IReadOnlyList<JsonElement> Ends => [.. lines.Where(line => Type(line) == "end")];

    public IReadOnlyList<string> Conversations => [.. Ends.Select(end => end.GetProperty("conversation").GetString()!)];

    public static ArchiveText Read(string path) => new(Content(path));

    /// <summary>The lines of a file, uncompressed.</summary>
    public static byte[] Content(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The resources of a type that a conversation has.</summary>
    public IReadOnlyList<JsonElement> Resources(string type, string conversation) =>
    [
        .. from line in lines
           where Type(line) == type && line.GetProperty("conversation").GetString() == conversation
           select line.GetProperty("resource"),
    ];

    private static string Type(JsonElement line) => line.GetProperty("type").GetString()!;

    private void CheckBlocks(byte[] content)
    {
        var (begin, blockBegin) = (0, 0);
        var types = new List<string>();
        foreach (var line in lines)
        {
            var end = Array.IndexOf(content, (byte)'\n', begin) + 1;
            switch (Type(line))
            {
                case "archive":
                    Assert.Equal(0, begin);
                    blockBegin = end;
                    break;
                case "manifest":
                    Assert.Equal(Hash(content, 0, begin), line.GetProperty("sha256").GetString());
                    Assert.Equal(content.Length, end);
                    Assert.Equal(Conversations.Distinct().Count(), line.GetProperty("conversations").GetInt32());
                    break;
                case "end":
                    Assert.Equal(Hash(content, blockBegin, begin), line.GetProperty("sha256").GetString());
                    Assert.Equal("conversation", types[0]);
                    foreach (var count in line.GetProperty("counts").EnumerateObject())
                    {
                        Assert.Equal(types.Count(type => type + "s" == count.Name), count.Value.GetInt32());
                    }

                    Assert.Equal(line.GetProperty("missing").GetArrayLength() == 0, line.GetProperty("complete").GetBoolean());
                    types.Clear();
                    blockBegin = end;
                    break;
                case var type:
                    types.Add(type);
                    break;
            }

            begin = end;
        }

        Assert.Empty(types);
    }

    private static string Hash(byte[] content, int begin, int end) => Convert.ToHexString(SHA256.HashData(content.AsSpan(begin..end))).ToLowerInvariant();
}
