namespace ConversationsAdmin.Sandbox.Data;

internal sealed class ScopedWebhook : IListed
{
    public const int MostPerConversation = 5;

    public required string Sid { get; init; }

    public required Conversation Conversation { get; init; }

    public required string Target { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset DateUpdated { get; set; }

    public string? Url { get; set; }

    public string Method { get; set; } = "post";

    /// <summary>The events of a webhook, or the keywords of a trigger.</summary>
    public IReadOnlyList<string> Filters { get; set; } = [];

    public string? FlowSid { get; set; }

    public SortKey SortKey => new(DateCreated, Sid);
}
