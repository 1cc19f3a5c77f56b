using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the roles that this runspace has seen.</summary>
public sealed class RoleSidCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => SidKind.Role;
}
