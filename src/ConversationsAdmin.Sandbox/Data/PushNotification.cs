namespace ConversationsAdmin.Sandbox.Data;

/// <summary>What is sent to devices when one kind of thing happens.</summary>
internal sealed class PushNotification
{
    public bool Enabled { get; set; }

    public string? Template { get; set; }

    public string? Sound { get; set; }
}
