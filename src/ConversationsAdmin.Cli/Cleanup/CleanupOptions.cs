namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>What <c>conv cleanup</c> was asked for.</summary>
internal sealed record CleanupOptions
{
    internal bool Sandbox { get; init; }

    internal string? ServiceSid { get; init; }

    internal required string State { get; init; }

    internal required TimeSpan OlderThan { get; init; }

    internal required int Throttle { get; init; }

    internal bool WhatIf { get; init; }

    internal bool Yes { get; init; }

    internal Uri? BaseUri { get; init; }
}
