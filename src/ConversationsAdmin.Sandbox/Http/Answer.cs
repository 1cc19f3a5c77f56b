using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Http;

internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body)
{
    // The default would write every + of a phone number as \u002B.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How long the body is held back after the headers, or an answer without a body.</summary>
    public TimeSpan HeldBack { get; init; }

    /// <summary>Whether the body ends after its first half.</summary>
    public bool IsCut { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static Answer NoContent { get; } = new(204, default);

    public static Answer EmptyObject { get; } = Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteEndObject();
    });

    public static Answer Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            write(writer);
        return new Answer(status, buffer.WrittenMemory);
    }
}
