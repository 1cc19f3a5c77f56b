using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Telnyx.Data;

/// <summary>A text, or what the caller sent as a number, a boolean or a list of these.</summary>
internal readonly record struct MetadataValue(string Text, JsonElement? Typed = null)
{
    public void Write(Utf8JsonWriter json)
    {
        if (Typed is { } typed)
            typed.WriteTo(json);
        else
            json.WriteStringValue(Text);
    }
}
