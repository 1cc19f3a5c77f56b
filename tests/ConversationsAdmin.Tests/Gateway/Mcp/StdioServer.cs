using System.Diagnostics;
using ConversationsAdmin.Tests.Cli;
using ModelContextProtocol.Client;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>The real <c>conv serve --stdio</c>.</summary>
internal static class StdioServer
{
    private static string Dll => Path.Combine(AppContext.BaseDirectory, "conv.dll");

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>A client of the SDK, which starts it.</summary>
    public static Task<McpClient> ConnectAsync(string? revision, params string[] options) => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions { Command = Host, Arguments = [Dll, "serve", "--stdio", .. options] }),
        new McpClientOptions { ProtocolVersion = revision });

    /// <summary>The process with its streams, for lines that a test writes itself.</summary>
    public static Process Start(IEnumerable<(string Name, string Value)> environment, params string[] options)
    {
        var start = new ProcessStartInfo(Host, [Dll, "serve", "--stdio", .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(ConvProcess.IsOfProvider).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
