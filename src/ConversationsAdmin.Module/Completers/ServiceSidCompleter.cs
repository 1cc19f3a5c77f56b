using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the services that this runspace has seen.</summary>
public sealed class ServiceSidCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => SidKind.Service;
}
