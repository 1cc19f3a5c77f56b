using System.Management.Automation;
using ConversationsAdmin.Core.Connections;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>
/// Asks the provider whether the credentials are accepted, and whether the connection's services or app exist. Changes nothing.
/// Without a name it asks for the default connection of each provider, and is true when all are accepted.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "ConvConnection")]
[OutputType(typeof(bool))]
public sealed class TestConvConnectionCommand : NamedConnectionCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connections = FindConnections();
        if (connections.Count > 0)
        {
            // Each is asked, so that each that fails is told.
            WriteObject(connections.Count(IsUsable) == connections.Count);
        }
    }

    private bool IsUsable(ConvConnection connection)
    {
        try
        {
            ResultOf(ConnectionProbe.RunAsync(connection, Notice, StopToken));
            return true;
        }
        catch (ProviderException exception)
        {
            WriteWarning($"{connection.Name}: {exception.Message}");
            return false;
        }
    }
}
