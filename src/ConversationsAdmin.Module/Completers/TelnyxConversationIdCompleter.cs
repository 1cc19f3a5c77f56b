using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the Telnyx conversations that this runspace has seen.</summary>
public sealed class TelnyxConversationIdCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => UuidKind.Conversation;
}
