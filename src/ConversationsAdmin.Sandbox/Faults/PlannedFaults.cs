namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>Decides by the order of arrival alone which requests fail before they act, so a seed always fails the same ones.</summary>
internal sealed class PlannedFaults(SandboxOptions options, Func<string, bool> isCode)
{
    private readonly SeededRandom throttling = new(options.Seed, RandomStream.Throttling);
    private readonly SeededRandom serverErrors = new(options.Seed, RandomStream.ServerErrors);
    private readonly SeededRandom unavailability = new(options.Seed, RandomStream.Unavailability);
    private readonly PlannedRefusals refusals = new(options, isCode);
    private int seen;

    public Fault? Next(string method)
    {
        if (options is { ThrottleFirst: 0, ThrottleShare: 0, ServerErrorShare: 0, UnavailableShare: 0, FailWith: null })
            return null;
        lock (throttling)
        {
            var throttled = throttling.Chance(options.ThrottleShare);
            var broken = serverErrors.Chance(options.ServerErrorShare);
            var unavailable = unavailability.Chance(options.UnavailableShare);
            var refused = refusals.Next(method);
            if (seen++ < options.ThrottleFirst || throttled)
                return new Fault.Throttled();
            if (broken)
                return new Fault.ServerError();
            return unavailable ? new Fault.Unavailable() : refused;
        }
    }
}
