using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConversationsAdmin.Core.Journals;

/// <summary>A journal's lines as JSON.</summary>
[JsonSerializable(typeof(JournalHeader))]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>The context that writes as people read: the default would write every + as an escape.</summary>
    internal static readonly JournalJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    internal static byte[] ToBytes(JournalHeader header) => [.. JsonSerializer.SerializeToUtf8Bytes(header, Readable.JournalHeader), (byte)'\n'];

    internal static byte[] ToBytes(JournalLine line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Readable.JournalLine), (byte)'\n'];
}
