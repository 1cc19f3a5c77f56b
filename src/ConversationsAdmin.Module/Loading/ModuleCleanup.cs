using System.Management.Automation;
using ConversationsAdmin.Module.Connections;

namespace ConversationsAdmin.Module.Loading;

/// <summary>Closes the connections of a runspace that removes the module. PowerShell calls it on every removal.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => ConnectionStore.Current.Clear();
}
