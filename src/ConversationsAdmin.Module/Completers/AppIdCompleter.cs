using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the Sunshine apps that this runspace has seen.</summary>
public sealed class AppIdCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => HexIdKind.App;
}
