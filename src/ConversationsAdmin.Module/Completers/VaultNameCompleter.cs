using System.Management.Automation;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the names of vaults.</summary>
public sealed class VaultNameCompleter : VaultCompleter
{
    private protected override string ListCommand => "Get-SecretVault";

    private protected override string Explain(PSObject listed) => $"{listed.Properties["ModuleName"]?.Value}";
}
