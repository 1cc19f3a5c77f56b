using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>Writes a conversation as the provider's examples show it: what is not set is left out.</summary>
internal static class ConversationJson
{
    public static void Write(Utf8JsonWriter json, SunshineConversation conversation)
    {
        json.WriteStartObject();
        json.WriteString("id", conversation.Id);
        json.WriteString("type", conversation.IsPersonal ? ConversationFields.Personal : ConversationFields.SdkGroup);
        if (conversation.Metadata is { } metadata)
        {
            json.WritePropertyName("metadata");
            json.WriteRawValue(metadata, skipInputValidation: true);
        }
        WriteIntegration(json, "activeSwitchboardIntegration", conversation.Active);
        WriteIntegration(json, "pendingSwitchboardIntegration", conversation.Pending);
        json.WriteBoolean("isDefault", conversation.IsDefault);
        WriteText(json, "displayName", conversation.DisplayName);
        WriteText(json, "description", conversation.Description);
        WriteText(json, "iconUrl", conversation.IconUrl);
        WriteText(json, "businessLastRead", conversation.BusinessLastRead is { } read ? SunshineDate.Text(read) : null);
        json.WriteString("lastUpdatedAt", SunshineDate.Text(conversation.LastUpdatedAt));
        json.WriteString("createdAt", SunshineDate.Text(conversation.CreatedAt));
        json.WriteEndObject();
    }

    private static void WriteIntegration(Utf8JsonWriter json, string name, SwitchboardIntegration? integration)
    {
        if (integration is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("id", integration.Id);
        json.WriteString("name", integration.Name);
        json.WriteString("integrationId", integration.IntegrationId);
        json.WriteString("integrationType", integration.IntegrationType);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }
}
