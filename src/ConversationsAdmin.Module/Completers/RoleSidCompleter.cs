namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the roles that this runspace has seen.</summary>
public sealed class RoleSidCompleter : SidCompleter
{
    private protected override string IdentifierName => "RoleSid";
}
