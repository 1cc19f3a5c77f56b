using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>Writes a message as the provider's example shows it: what is not set is left out.</summary>
internal static class MessageJson
{
    public static void Write(Utf8JsonWriter json, SunshineMessage message)
    {
        json.WriteStartObject();
        json.WriteString("id", message.Id);
        json.WriteString("received", SunshineDate.Text(message.Received));
        WriteObject(json, "author", message.Author);
        WriteObject(json, "content", message.Content);
        json.WriteStartObject("source");
        json.WriteString("type", message.SourceType);
        if (message.IntegrationId is { } integration)
            json.WriteString("integrationId", integration);
        json.WriteEndObject();
        if (message.Metadata is { } metadata)
            WriteObject(json, "metadata", metadata);
        json.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter json, string name, string text)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(text, skipInputValidation: true);
    }
}
