using System.Management.Automation;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>Closes a connection and forgets its credentials. No other connection becomes the default by itself.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ConvProvider")]
[OutputType(typeof(void))]
public sealed class DisconnectConvProviderCommand : NamedConnectionCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FindConnection() is { } connection)
        {
            Connections.Remove(connection);
        }
    }
}
