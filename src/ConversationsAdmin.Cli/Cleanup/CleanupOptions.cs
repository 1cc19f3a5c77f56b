namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>What the command line of <c>conv cleanup</c> says. What it does not say is null or false.</summary>
internal sealed record CleanupOptions
{
    internal string? PolicyPath { get; init; }

    internal bool Sandbox { get; init; }

    internal string? ServiceSid { get; init; }

    internal string? State { get; init; }

    internal TimeSpan? OlderThan { get; init; }

    internal int? Throttle { get; init; }

    internal double? ActionsPerSecond { get; init; }

    internal bool WhatIf { get; init; }

    internal bool PlanOnly { get; init; }

    internal string? PlanPath { get; init; }

    internal string? JournalPath { get; init; }

    internal string? ArchivePath { get; init; }

    internal bool SkipCheck { get; init; }

    internal bool Yes { get; init; }

    internal Uri? BaseUri { get; init; }
}
