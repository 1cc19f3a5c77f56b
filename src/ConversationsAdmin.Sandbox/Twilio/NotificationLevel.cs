namespace ConversationsAdmin.Sandbox.Twilio;

internal static class NotificationLevel
{
    public const string Default = "default";
    public const string Muted = "muted";
}
