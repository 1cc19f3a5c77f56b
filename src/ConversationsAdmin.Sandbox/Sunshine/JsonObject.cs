using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine;

internal static class JsonObject
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of an object of these texts, without those that are null.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Text)> properties)
    {
        var given = new Dictionary<string, string>();
        foreach (var (name, text) in properties)
        {
            if (text is not null)
                given.Add(name, text);
        }
        return JsonSerializer.Serialize(given, Readable);
    }
}
