using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the Proxy services that this runspace has seen.</summary>
public sealed class ProxyServiceSidCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => SidKind.ProxyService;
}
