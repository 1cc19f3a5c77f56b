namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the conversations that this runspace has seen.</summary>
public sealed class ConversationSidCompleter : SidCompleter
{
    private protected override string IdentifierName => "ConversationSid";
}
