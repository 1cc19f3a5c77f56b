namespace ConversationsAdmin.Sandbox.Data;

internal sealed class ServiceNotifications
{
    public bool LogEnabled { get; set; }

    public bool BadgeCountEnabled { get; set; }

    public PushNotification NewMessage { get; } = new();

    public PushNotification NewMessageWithMedia { get; } = new();

    public PushNotification AddedToConversation { get; } = new();

    public PushNotification RemovedFromConversation { get; } = new();
}
