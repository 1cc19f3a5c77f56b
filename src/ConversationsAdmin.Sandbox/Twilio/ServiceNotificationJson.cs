using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ServiceNotificationJson
{
    public static void Write(Utf8JsonWriter json, Account account, Service service)
    {
        var notifications = service.Notifications;
        json.WriteStartObject();
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", service.Sid);
        json.WriteBoolean("log_enabled", notifications.LogEnabled);
        WriteWithSound(json, "added_to_conversation", notifications.AddedToConversation);
        WriteNewMessage(json, notifications);
        WriteWithSound(json, "removed_from_conversation", notifications.RemovedFromConversation);
        json.WriteString("url", $"{ServiceJson.AddressOf(account, service)}/Configuration/Notifications");
        json.WriteEndObject();
    }

    private static void WriteNewMessage(Utf8JsonWriter json, ServiceNotifications notifications)
    {
        json.WriteStartObject("new_message");
        WriteText(json, notifications.NewMessage);
        json.WriteBoolean("badge_count_enabled", notifications.BadgeCountEnabled);
        json.WriteString("sound", notifications.NewMessage.Sound);
        json.WriteStartObject("with_media");
        WriteText(json, notifications.NewMessageWithMedia);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteWithSound(Utf8JsonWriter json, string name, PushNotification notification)
    {
        json.WriteStartObject(name);
        WriteText(json, notification);
        json.WriteString("sound", notification.Sound);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, PushNotification notification)
    {
        json.WriteBoolean("enabled", notification.Enabled);
        json.WriteString("template", notification.Template);
    }
}
