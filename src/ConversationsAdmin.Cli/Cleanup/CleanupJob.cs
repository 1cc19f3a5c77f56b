using ConversationsAdmin.Core.Cleanup;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>One clean-up, as a policy or the command line asks for it.</summary>
internal sealed record CleanupJob
{
    /// <summary>True when a policy asks for it, and its words are to be used.</summary>
    internal bool IsOfPolicy { get; init; }

    internal required string ResourceType { get; init; }

    /// <summary>The service, or the app; null for what the connection has by default.</summary>
    internal string? Container { get; init; }

    internal IReadOnlyList<string> UserIds { get; init; } = [];

    internal IReadOnlyList<string> UserExternalIds { get; init; } = [];

    internal CleanupCriteria Criteria { get; init; } = new();

    internal PlanSteps Steps { get; init; } = new();

    internal PlanLimits Limits { get; init; } = new();

    internal int MaxErrors { get; init; } = int.MaxValue;

    internal double? ActionsPerSecond { get; init; }

    /// <summary>The file that the plan is written to, or read from when it is there; null for none.</summary>
    internal string? PlanPath { get; init; }

    /// <summary>The job with what the command line says besides a policy.</summary>
    internal CleanupJob With(CleanupOptions options)
    {
        var journal = options.JournalPath ?? Steps.JournalPath;
        return this with
        {
            PlanPath = options.PlanPath ?? PlanPath ?? (journal is null ? null : journal + ".plan.json"),
            ActionsPerSecond = options.ActionsPerSecond ?? ActionsPerSecond,
            Steps = Steps with
            {
                JournalPath = journal,
                ArchivePath = options.ArchivePath ?? Steps.ArchivePath,
                SkipCheck = options.SkipCheck || Steps.SkipCheck,
                ThrottleLimit = options.Throttle ?? Steps.ThrottleLimit,
            },
        };
    }
}
