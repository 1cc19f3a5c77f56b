using ConversationsAdmin.Sandbox.Twilio;

namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>Refuses with one chosen code, for what the sandbox cannot get into: a disabled region, a missing permission.</summary>
internal sealed class PlannedRefusals(SandboxOptions options)
{
    private readonly SeededRandom random = new(options.Seed, RandomStream.PlannedRefusals);
    private int refused;

    public Fault? Next(string method)
    {
        if (options.FailWith is not { } code || !Concerns(method) || !random.Chance(options.FailShare) || refused >= options.FailFirst)
            return null;
        refused++;
        return new Fault(
            options.FailStatus ?? TwilioStatus.Of(code), code, $"The sandbox was told to answer {code}; nothing was changed.");
    }

    private bool Concerns(string method) => options.FailOn switch
    {
        FailScope.Reads => method == "GET",
        FailScope.Writes => method is "POST" or "DELETE",
        FailScope.Deletes => method == "DELETE",
        _ => true,
    };
}
