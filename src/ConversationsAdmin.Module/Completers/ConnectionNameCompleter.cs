using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConversationsAdmin.Module.Connections;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the names of this runspace's connections.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Of(
            ConnectionStore.Current.All.Select(connection => (connection.Name, $"{connection.Provider} {connection.AccountSid} at {connection.BaseUri.Host}")),
            wordToComplete);
}
