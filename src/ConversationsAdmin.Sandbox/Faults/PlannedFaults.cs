using ConversationsAdmin.Sandbox.Twilio;

namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>Decides by the order of arrival alone which requests fail before they act, so a seed always fails the same ones.</summary>
internal sealed class PlannedFaults(SandboxOptions options)
{
    private static readonly Fault TooManyRequests = new(429, TwilioCode.TooManyRequests, "Too many requests at once.");
    private static readonly Fault ServerError =
        new(500, TwilioCode.InternalError, "Something went wrong on this side; nothing was changed.");

    private readonly SeededRandom throttling = new(options.Seed, RandomStream.Throttling);
    private readonly SeededRandom serverErrors = new(options.Seed, RandomStream.ServerErrors);
    private readonly PlannedRefusals refusals = new(options);
    private int seen;

    public Fault? Next(string method)
    {
        if (options is { ThrottleFirst: 0, ThrottleShare: 0, ServerErrorShare: 0, FailWith: null })
            return null;
        lock (throttling)
        {
            var throttled = throttling.Chance(options.ThrottleShare);
            var broken = serverErrors.Chance(options.ServerErrorShare);
            var refused = refusals.Next(method);
            if (seen++ < options.ThrottleFirst || throttled)
                return TooManyRequests;
            return broken ? ServerError : refused;
        }
    }
}
