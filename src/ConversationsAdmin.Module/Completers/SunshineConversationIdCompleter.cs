using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the Sunshine conversations that this runspace has seen.</summary>
public sealed class SunshineConversationIdCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => HexIdKind.Conversation;
}
