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

    /// <summary>The name of the connection, or the connection itself. The default is the default connection.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <summary>The connection; null when there is none, which is written as an error.</summary>
    private protected ConvConnection? FindConnection()
    {
        if (Connection is { } reference)
        {
            var named = reference.Connection ?? Connections.Find(reference.Name);
            if (named is { IsClosed: false })
            {
                return named;
            }

            WriteError(ErrorRecords.UnknownConnection(reference.Name, target: null));
            return null;
        }

        var connection = Connections.Default(Provider.Twilio);
        if (connection is null)
        {
            Terminate(ErrorRecords.NoConnection(Provider.Twilio, Connections.All.Any()));
        }

        return connection;
    }
}
