using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace ConversationsAdmin.Module.Connections;

/// <summary>The connections of one runspace. Another runspace has others, so that parallel work does not change this one's default.</summary>
internal sealed class ConnectionStore
{
    private static readonly ConditionalWeakTable<Runspace, ConnectionStore> Stores = [];

    private readonly Dictionary<string, ConvConnection> connections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The store of the runspace that runs this thread.</summary>
    internal static ConnectionStore Current => Stores.GetValue(Runspace.DefaultRunspace, static _ => new ConnectionStore());

    internal IEnumerable<ConvConnection> All => connections.Values.OrderBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase);

    internal ConvConnection? Find(string name) => connections.GetValueOrDefault(name);

    internal ConvConnection? Default(Provider provider) =>
        connections.Values.FirstOrDefault(connection => connection.IsDefault && connection.Provider == provider);

    /// <summary>Keeps a connection and makes it the default; one of the same name is closed.</summary>
    internal void Add(ConvConnection connection)
    {
        if (connections.Remove(connection.Name, out var replaced))
        {
            replaced.Close();
        }

        connections[connection.Name] = connection;
        Select(connection);
    }

    internal void Select(ConvConnection connection)
    {
        foreach (var other in connections.Values.Where(other => other.Provider == connection.Provider))
        {
            other.IsDefault = ReferenceEquals(other, connection);
        }
    }

    // No other connection becomes the default by itself: the next command would act on another account without anybody having said so.
    internal void Remove(ConvConnection connection)
    {
        if (ReferenceEquals(Find(connection.Name), connection))
        {
            connections.Remove(connection.Name);
            connection.IsDefault = false;
        }

        connection.Close();
    }

    /// <summary>Closes and forgets all.</summary>
    internal void Clear()
    {
        foreach (var connection in connections.Values.ToArray())
        {
            Remove(connection);
        }
    }
}
