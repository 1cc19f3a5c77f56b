using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>Makes a connection the one that commands of this runspace use when they name none.</summary>
[Cmdlet(VerbsCommon.Select, "ConvConnection")]
[OutputType(typeof(ConvConnection))]
public sealed class SelectConvConnectionCommand : ConvCmdlet
{
    /// <summary>The name of the connection, or the connection itself.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <summary>Writes the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A connection of another runspace may bear the same name, and is another one.
        var connection = Connections.Find(Connection!.Name);
        if (connection is null || (Connection.Connection is { } given && given != connection))
        {
            Terminate(ErrorRecords.UnknownConnection(Connection.Name, target: null));
            return;
        }

        Connections.Select(connection);
        if (PassThru)
        {
            WriteObject(connection);
        }
    }
}
