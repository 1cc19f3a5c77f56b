namespace ConversationsAdmin.Sandbox.Data;

internal sealed class ServiceWebhooks
{
    public string? PreWebhookUrl { get; set; }

    public string? PostWebhookUrl { get; set; }

    public IReadOnlyList<string> Filters { get; set; } = [];

    public string Method { get; set; } = "POST";
}
