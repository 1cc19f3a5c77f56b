using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the users that this runspace has seen.</summary>
public sealed class UserSidCompleter : IdentifierCompleter
{
    private protected override IdentifierKind Kind => SidKind.User;
}
