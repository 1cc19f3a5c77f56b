namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the services that this runspace has seen.</summary>
public sealed class ServiceSidCompleter : SidCompleter
{
    private protected override string IdentifierName => "ServiceSid";
}
