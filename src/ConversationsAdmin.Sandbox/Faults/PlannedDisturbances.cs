namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>Decides by the order of arrival alone which answers go wrong on their way, so a seed always disturbs the same ones.</summary>
internal sealed class PlannedDisturbances(SandboxOptions options)
{
    private readonly SeededRandom resets = new(options.Seed, RandomStream.Resets);
    private readonly SeededRandom truncations = new(options.Seed, RandomStream.Truncations);
    private readonly SeededRandom successes = new(options.Seed, RandomStream.UndocumentedSuccesses);
    private readonly SeededRandom delays = new(options.Seed, RandomStream.Delays);

    public SandboxFault? Next(string method)
    {
        if (options is { ResetShare: 0, TruncateShare: 0, UndocumentedSuccessShare: 0, SlowShare: 0 })
            return null;
        lock (resets)
        {
            var (isReset, isBefore) = (resets.Chance(options.ResetShare), resets.Chance(0.5));
            var isTruncated = truncations.Chance(options.TruncateShare);
            var isUndocumented = successes.Chance(options.UndocumentedSuccessShare);
            var isSlow = delays.Chance(options.SlowShare);
            if (isReset)
                return isBefore ? SandboxFault.ResetBeforeActing : SandboxFault.ResetAfterActing;
            if (isTruncated)
                return SandboxFault.Truncated;
            if (isUndocumented && method == "DELETE")
                return SandboxFault.UndocumentedSuccess;
            return isSlow ? SandboxFault.Slow : null;
        }
    }
}
