using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Connections;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Connections;

/// <summary>The one connection of each provider that the gateway has credentials for. All callers share it, and so its gate and its budgets.</summary>
internal sealed class GatewayConnections(IReadOnlyList<ConvConnection> connections) : IDisposable
{
    internal IReadOnlyList<ConvConnection> All { get; } = connections;

    /// <summary>The user whose conversations the sandbox of Sunshine has; null without a sandbox.</summary>
    internal string? SampleUser { get; init; }

    /// <summary>Whether there is a connection to a provider.</summary>
    internal bool Has(Provider provider) => All.Any(connection => connection.Provider == provider);

    /// <summary>The connection to a provider.</summary>
    /// <exception cref="CallRefusedException">There is none.</exception>
    internal ConvConnection Of(Provider provider) => All.FirstOrDefault(connection => connection.Provider == provider)
        ?? throw new CallRefusedException(
            StatusCodes.Status503ServiceUnavailable,
            "not_connected",
            $"The gateway has no credentials for {provider}. Set them in its environment and start it anew. Nothing was sent.");

    /// <summary>What stands behind the connection to a provider.</summary>
    /// <exception cref="CallRefusedException">There is none.</exception>
    internal ProviderSession SessionOf(Provider provider) => ProviderSession.Of(Of(provider));

    public void Dispose()
    {
        foreach (var connection in All)
        {
            ProviderSession.Of(connection).Dispose();
        }
    }
}
