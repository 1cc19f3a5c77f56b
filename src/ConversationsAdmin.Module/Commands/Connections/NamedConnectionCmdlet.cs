using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>Adds the connections that the cmdlet is about.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NamedConnectionCmdlet : ConvCmdlet
{
    private protected NamedConnectionCmdlet()
    {
    }

    /// <summary>The name of the connection, or the connection itself. The default is the default connection of each provider.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <summary>The connection that is named, or else the default of each provider; none when there is none, which is written as an error.</summary>
    private protected IReadOnlyList<ConvConnection> FindConnections()
    {
        if (Connection is { } reference)
        {
            if ((reference.Connection ?? Connections.Find(reference.Name)) is { IsClosed: false } named)
            {
                return [named];
            }

            WriteError(ErrorRecords.UnknownConnection(reference.Name, target: null));
            return [];
        }

        var defaults = Connections.All.Where(connection => connection.IsDefault).ToArray();
        if (defaults.Length == 0)
        {
            Terminate(ErrorRecords.NoConnection(provider: null, Connections.All.Any()));
        }

        return defaults;
    }
}
