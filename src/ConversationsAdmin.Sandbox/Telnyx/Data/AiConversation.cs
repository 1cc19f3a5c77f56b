using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.Data;

internal sealed class AiConversation : IListed
{
    private AiConversationContent? content;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastMessageAt { get; set; }

    public required Metadata Metadata { get; set; }

    /// <summary>Makes what a sample conversation holds, once somebody asks.</summary>
    public Func<AiConversation, AiConversationContent>? Sample { get; init; }

    public AiConversationContent Content => content ??= Sample?.Invoke(this) ?? new AiConversationContent([], []);

    public void Add(AiMessage message)
    {
        Content.Messages.Add(message);
        LastMessageAt = message.CreatedAt;
    }

    public SortKey SortKey => new(CreatedAt, Id);
}
