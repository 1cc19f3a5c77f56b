using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>Shows the connections of this runspace: who acts, and where. Never the secret.</summary>
[Cmdlet(VerbsCommon.Get, "ConvConnection")]
[OutputType(typeof(ConvConnection))]
public sealed class GetConvConnectionCommand : ConvCmdlet
{
    /// <summary>The names of the connections; wildcards are taken. The default is all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var found = Connections.All.Where(connection => pattern.IsMatch(connection.Name)).ToArray();
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ErrorRecords.UnknownConnection(name, target: null));
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
