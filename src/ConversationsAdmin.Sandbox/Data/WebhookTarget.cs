namespace ConversationsAdmin.Sandbox.Data;

internal static class WebhookTarget
{
    public const string Webhook = "webhook";
    public const string Trigger = "trigger";
    public const string Studio = "studio";

    public static readonly string[] Names = [Webhook, Trigger, Studio];
}
