using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Hosting;

namespace ConversationsAdmin.Cli.Gateway;

/// <summary>What <c>conv serve</c> says when it has begun to listen: where, for whom, and what it allows.</summary>
internal static class StartNotice
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="host">What listens.</param>
    /// <param name="services">What it serves.</param>
    /// <param name="madeToken">The token that was made at the start, which is shown this once; null when one was given.</param>
    internal static void Write(TextWriter output, GatewayHost host, GatewayServices services, string? madeToken)
    {
        var lines = new List<(string Name, string? Value)>
        {
            ("REST", $"{new Uri(host.RestAddress, "v1")}"),
            ("Page", $"{host.RestAddress}"),
            ("Document", $"{new Uri(host.RestAddress, "openapi.json")}"),
            ("MCP", $"{host.McpAddress}"),
            ("Providers", $"{string.Join(", ", services.Connections.All.Select(connection => connection.Provider))}{(services.Options.Sandbox ? " (sandboxes)" : "")}"),
            ("Allowed", Allowed(services.Options.Access)),
        };
        if (services.Options.Sandbox)
        {
            lines.AddRange(Samples(services));
        }

        lines.Add(("Token", madeToken));
        foreach (var (name, value) in lines.Where(line => line.Value is not null))
        {
            output.WriteLine($"{name,-13}  {value}");
        }

        output.WriteLine("Stop it with Ctrl+C.");
    }

    private static string Allowed(GatewayAccess access) => (access.Write, access.Destroy) switch
    {
        (false, false) => $"reading only; see {GatewayAccess.AllowWrite} and {GatewayAccess.AllowDestructive}",
        (true, false) => $"reading and writing; see {GatewayAccess.AllowDestructive}",
        (false, true) => $"reading and destroying; see {GatewayAccess.AllowWrite}",
        (true, true) => "reading, writing and destroying",
    };

    private static IEnumerable<(string Name, string? Value)> Samples(GatewayServices services)
    {
        var connections = services.Connections.All;
        yield return ("Service", connections.Select(connection => connection.ServiceSid).FirstOrDefault(sid => sid is not null));
        yield return ("Proxy service", connections.Select(connection => connection.ProxyServiceSid).FirstOrDefault(sid => sid is not null));
        yield return ("App", connections.Select(connection => connection.AppId).FirstOrDefault(id => id is not null));
        yield return ("User", services.Connections.SampleUser);
    }
}
