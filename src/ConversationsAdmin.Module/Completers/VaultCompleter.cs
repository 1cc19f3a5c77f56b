using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConversationsAdmin.Module.Connections;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers what Microsoft.PowerShell.SecretManagement knows. Where it is not loaded nothing is offered, because loading it would make the shell wait.</summary>
public abstract class VaultCompleter : IArgumentCompleter
{
    private protected VaultCompleter()
    {
    }

    /// <summary>The command of the module that lists it.</summary>
    private protected abstract string ListCommand { get; }

    /// <summary>What the command shall list, given what stands on the line.</summary>
    private protected virtual IDictionary ListParameters(IDictionary given) => new Hashtable();

    /// <summary>What is shown beside a name.</summary>
    private protected abstract string Explain(PSObject listed);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (Run(shell => shell.AddCommand("Microsoft.PowerShell.Core\\Get-Module").AddParameter("Name", SecretVault.ModuleName)).Count == 0)
        {
            return [];
        }

        var listed = Run(shell => shell.AddCommand($"{SecretVault.ModuleName}\\{ListCommand}").AddParameters(ListParameters(fakeBoundParameters)));
        return Completion.Of(listed.Select(item => (Name: item.Properties["Name"]?.Value?.ToString() ?? "", Explain(item))).Where(item => item.Name.Length > 0), wordToComplete);
    }

    private static IReadOnlyCollection<PSObject> Run(Func<PowerShell, PowerShell> command)
    {
        using var shell = command(PowerShell.Create(RunspaceMode.CurrentRunspace));
        return shell.AddParameter("ErrorAction", ActionPreference.Ignore).Invoke();
    }
}
