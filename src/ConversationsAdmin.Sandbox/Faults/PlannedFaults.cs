namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>Decides by the order of arrival alone which requests fail before they act, so a seed always fails the same ones.</summary>
internal sealed class PlannedFaults(SandboxOptions options)
{
    private readonly SeededRandom throttling = new(options.Seed, RandomStream.Throttling);
    private readonly SeededRandom serverErrors = new(options.Seed, RandomStream.ServerErrors);
    private int seen;

    public Fault? Next()
    {
        if (options is { ThrottleFirst: 0, ThrottleShare: 0, ServerErrorShare: 0 })
            return null;
        lock (throttling)
        {
            var throttled = throttling.Chance(options.ThrottleShare);
            var broken = serverErrors.Chance(options.ServerErrorShare);
            if (seen++ < options.ThrottleFirst || throttled)
                return Fault.TooManyRequests;
            return broken ? Fault.ServerError : null;
        }
    }
}
