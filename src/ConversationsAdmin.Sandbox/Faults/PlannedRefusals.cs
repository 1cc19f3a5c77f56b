namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>Refuses with one chosen code, for what the sandbox cannot get into: a disabled region, a missing permission.</summary>
internal sealed class PlannedRefusals(SandboxOptions options, Func<string, bool> isCode)
{
    private readonly SeededRandom random = new(options.Seed, RandomStream.PlannedRefusals);
    private int refused;

    public Fault? Next(string method)
    {
        if (options.FailWith is not { } code || !isCode(code) || !Concerns(method) || !random.Chance(options.FailShare) || refused >= options.FailFirst)
            return null;
        refused++;
        return new Fault.Planned(code, options.FailStatus);
    }

    private bool Concerns(string method) => options.FailOn switch
    {
        FailScope.Reads => method == "GET",
        FailScope.Writes => method != "GET",
        FailScope.Deletes => method == "DELETE",
        _ => true,
    };
}
