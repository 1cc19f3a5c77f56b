using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the sessions that this runspace has seen.</summary>
public sealed class SessionSidCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => SidKind.Session;
}
