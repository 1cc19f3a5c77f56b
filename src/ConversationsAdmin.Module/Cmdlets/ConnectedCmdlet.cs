using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the connection that the cmdlet works on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConnectedCmdlet : ConvCmdlet
{
    private readonly HashSet<ProviderSession> used = [];

    private protected ConnectedCmdlet()
    {
    }

    /// <summary>The connection to use: its name, or the connection itself. The default is the one that was opened or selected last.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <summary>The account that an object from the pipeline came from. It must be that of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? AccountSid { get; set; }

    /// <summary>The provider that the cmdlet works on.</summary>
    private protected abstract Provider Provider { get; }

    /// <summary>True when the connection was named on the command line, and not by what comes down the pipeline.</summary>
    private protected bool ConnectionIsExplicit { get; private set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        ConnectionIsExplicit = Connection is not null;
        foreach (var (parameter, value) in MyInvocation.BoundParameters)
        {
            CheckGiven(parameter, value);
        }
    }

    private protected ConvConnection ResolveConnection()
    {
        // A CSV file keeps no connection as an empty text.
        var connection = Connection is { } reference && (ConnectionIsExplicit || reference.Name.Length > 0) ? Resolve(reference, reference) : DefaultConnection();
        if (AccountSid is { Length: > 0 } account && account != connection.AccountSid)
        {
            Terminate(ErrorRecords.OtherAccount(account, connection));
        }

        return connection;
    }

    private protected ConvConnection Resolve(ConnectionReference reference, object? target)
    {
        if ((reference.Connection ?? Connections.Find(reference.Name)) is not { IsClosed: false } connection)
        {
            Terminate(ErrorRecords.UnknownConnection(reference.Name, target));
            throw new InvalidOperationException();
        }

        if (connection.Provider != Provider)
        {
            Terminate(ErrorRecords.OtherProvider(connection, Provider, MyInvocation.MyCommand.Name, target));
        }

        return connection;
    }

    private protected ConvConnection DefaultConnection()
    {
        if (Connections.Default(Provider) is { } connection)
        {
            return connection;
        }

        Terminate(ErrorRecords.NoConnection(Provider, Connections.All.Any(connection => connection.Provider == Provider)));
        throw new InvalidOperationException();
    }

    /// <summary>What a resource lies in: what was given, or what the connection has by default.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="container">What it is called, such as <c>ServiceSid</c>.</param>
    /// <param name="given">What was given; null for the default.</param>
    private protected string ContainerOf(ConvConnection connection, string container, string? given)
    {
        if (container == ResourceContainer.ProxyServiceSid && connection.ProxyBaseUri is null)
        {
            Terminate(ErrorRecords.NoProxyAddress(connection));
        }

        if ((given ?? ResourceContainer.DefaultOf(connection, container)) is { } found)
        {
            return found;
        }

        Terminate(ErrorRecords.NoContainer(connection, container));
        throw new InvalidOperationException();
    }

    /// <summary>The slowest pace, in write actions a second, that makes requests of the command's connections wait; null when none waits.</summary>
    private protected double? CurrentPace() => used.Min(session => session.Client.CurrentPace);

    /// <summary>The session behind a connection that the command works on.</summary>
    private protected ProviderSession SessionOf(ConvConnection connection)
    {
        var session = ProviderSession.Of(connection);
        used.Add(session);
        return session;
    }

    /// <summary>The values that were given for an operation's parameters, by wire name.</summary>
    private protected virtual IEnumerable<KeyValuePair<string, object?>> GivenValues(Operation operation) =>
        ParameterNames.GivenValues(operation, MyInvocation.BoundParameters);

    /// <summary>
    /// Makes a request. A bad value ends the command before anything is sent; one that came down the pipeline is the error of its item, and null.
    /// </summary>
    private protected OperationRequest? CreateRequest(
        Operation operation, object? target, ResourceAddress address, params (string Name, object? Value)[] values)
    {
        try
        {
            var given = new List<KeyValuePair<string, object?>>();
            given.AddRange(address.ValuesFor(operation));
            foreach (var (name, value) in values)
            {
                given.Add(new(name, value));
            }

            given.AddRange(GivenValues(operation));
            return OperationRequest.Create(operation, given);
        }
        catch (RequestArgumentException exception)
        {
            Refuse(exception.ToErrorRecord(target, operation));
            return null;
        }
    }

    /// <summary>Ends the command with the error of its command line; what came down the pipeline is refused alone.</summary>
    private protected void Refuse(ErrorRecord record)
    {
        if (!MyInvocation.ExpectingInput)
        {
            Terminate(record);
        }

        WriteItemError(record);
    }

    // PowerShell keeps a script block for each object of the pipeline. Until then there is no value, and so the default would be used.
    private void CheckGiven(string parameter, object value)
    {
        if (parameter == nameof(Connection) && Connection is null)
        {
            Terminate(ErrorRecords.ScriptBlock(parameter));
        }

        if (IdentifierKind.ForName(Provider, parameter) is not { } kind)
        {
            return;
        }

        if (value is not (string or string[]))
        {
            Terminate(ErrorRecords.ScriptBlock(parameter));
        }

        foreach (var identifier in value as string[] ?? [(string)value])
        {
            if (!kind.Matches(identifier))
            {
                Terminate(ErrorRecords.InvalidIdentifier($"-{parameter}: {kind.Explain(identifier)}", identifier));
            }
        }
    }

    /// <summary>Checks the given values before the first item comes.</summary>
    private protected void CheckGivenValues(Operation operation)
    {
        try
        {
            OperationRequest.CheckValues(operation, GivenValues(operation));
        }
        catch (RequestArgumentException exception)
        {
            Terminate(exception.ToErrorRecord(target: null, operation));
        }
    }

    /// <summary>Ends a command that is given both or neither of two ways to say the same.</summary>
    private protected void RequireExactlyOne((string Name, bool IsGiven) one, (string Name, bool IsGiven) other)
    {
        if (one.IsGiven == other.IsGiven)
        {
            Terminate(ErrorRecords.NotExactlyOne(one.Name, other.Name, one.IsGiven));
        }
    }

    /// <summary>Writes the error of one item; one that would meet every other item too ends the command.</summary>
    private protected void WriteProviderError(ProviderException exception, object? target)
    {
        var record = exception.ToErrorRecord(target);
        if (exception is ProviderResponseException { IsAuthenticationFailure: true })
        {
            Terminate(record);
            return;
        }

        WriteItemError(record);
    }
}
