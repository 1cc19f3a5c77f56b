using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

internal static class CompactJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same value without the spaces between its parts, which count for no limit.</summary>
    public static string Of(JsonElement value) => JsonSerializer.Serialize(value, Options);
}
