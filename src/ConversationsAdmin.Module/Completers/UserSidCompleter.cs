namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the users that this runspace has seen.</summary>
public sealed class UserSidCompleter : SidCompleter
{
    private protected override string IdentifierName => "UserSid";
}
