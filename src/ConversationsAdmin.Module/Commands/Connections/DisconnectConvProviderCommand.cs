using System.Management.Automation;
using ConversationsAdmin.Module.Errors;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>Closes a connection and forgets its credentials. With several providers connected, it must be named. No other connection becomes the default by itself.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ConvProvider")]
[OutputType(typeof(void))]
public sealed class DisconnectConvProviderCommand : NamedConnectionCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connections = FindConnections();
        if (connections.Count > 1)
        {
            Terminate(ErrorRecords.AmbiguousConnection(connections));
        }

        foreach (var connection in connections)
        {
            Connections.Remove(connection);
        }
    }
}
