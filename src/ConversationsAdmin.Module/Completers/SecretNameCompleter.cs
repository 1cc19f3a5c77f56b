using System.Collections;
using System.Management.Automation;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the names of secrets.</summary>
public sealed class SecretNameCompleter : VaultCompleter
{
    private protected override string ListCommand => "Get-SecretInfo";

    private protected override IDictionary ListParameters(IDictionary given) =>
        given["VaultName"]?.ToString() is { Length: > 0 } vault ? new Hashtable { ["Vault"] = vault } : new Hashtable();

    private protected override string Explain(PSObject listed) => $"{listed.Properties["Type"]?.Value} in {listed.Properties["VaultName"]?.Value}";
}
