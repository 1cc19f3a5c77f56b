using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the conversations that this runspace has seen.</summary>
public sealed class ConversationSidCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => SidKind.Conversation;
}
