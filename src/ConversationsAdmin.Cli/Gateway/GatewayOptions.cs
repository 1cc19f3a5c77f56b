using ConversationsAdmin.Cli.Gateway.Calls;

namespace ConversationsAdmin.Cli.Gateway;

/// <summary>What the command line of <c>conv serve</c> says.</summary>
internal sealed record GatewayOptions
{
    internal const int DefaultRestPort = 8080;
    internal const int DefaultMcpPort = 9090;

    /// <summary>The port of REST on 127.0.0.1; 0 takes any that is free.</summary>
    internal int RestPort { get; init; } = DefaultRestPort;

    /// <summary>The port of MCP over HTTP on 127.0.0.1; 0 takes any that is free.</summary>
    internal int McpPort { get; init; } = DefaultMcpPort;

    /// <summary>Whether the providers are sandboxes in this process.</summary>
    internal bool Sandbox { get; init; }

    internal GatewayAccess Access { get; init; } = new(Write: false, Destroy: false);

    /// <summary>A file with a caller's name and token on each line; null for the token of the environment, or one that is made at the start.</summary>
    internal string? TokenFile { get; init; }

    /// <summary>The hosts, besides those of loopback, by which a proxy in front calls the gateway, and whose pages may call it.</summary>
    internal IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>How many calls of one caller are carried out at once. Further ones wait.</summary>
    internal int ConcurrencyPerCaller { get; init; } = 16;

    /// <summary>Where plans, journals and archives of clean-ups are kept.</summary>
    internal string? RunDirectory { get; init; }

    internal Uri? TwilioBaseUri { get; init; }

    internal Uri? TwilioProxyBaseUri { get; init; }

    internal Uri? TelnyxBaseUri { get; init; }

    internal Uri? SunshineBaseUri { get; init; }
}
