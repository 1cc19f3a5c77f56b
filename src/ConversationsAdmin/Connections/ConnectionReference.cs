namespace ConversationsAdmin;

/// <summary>What the parameter <c>-Connection</c> takes: the name of a connection of this runspace, or a connection itself.</summary>
public sealed class ConnectionReference
{
    /// <summary>Refers to a connection by its name.</summary>
    /// <param name="name">The name.</param>
    public ConnectionReference(string name) => Name = name;

    /// <summary>Refers to a connection itself, which also works in another runspace.</summary>
    /// <param name="connection">The connection.</param>
    public ConnectionReference(ConvConnection connection)
    {
        Connection = connection;
        Name = connection.Name;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The connection, when it was given itself.</summary>
    public ConvConnection? Connection { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
