using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.SampleData.Proxy;

/// <summary>Gives each sample session two people as a rule. Those of closed sessions come again, with the number that they had.</summary>
internal sealed class SamplePeople(SeededRandom random)
{
    private readonly SampleNumbers numbers = new();
    private readonly List<SessionParticipant> known = [];

    public IReadOnlyList<SessionParticipant> For(string status) => random.Below(100) switch
    {
        < 4 => [],
        < 10 => [New()],
        _ => [First(status), New()],
    };

    // Nobody has the same number in two active sessions, but re-opening a closed one may come to that.
    private SessionParticipant First(string status) =>
        status == SessionStatus.Closed && known.Count > 0 && random.Chance(0.3) ? random.Pick(known) : New();

    private SessionParticipant New()
    {
        var person = new SessionParticipant(
            numbers.NextPhone(), random.Pick(ProxyNumber.Pool).PhoneNumber, random.Chance(0.8) ? SampleNames.Person(random) : null);
        known.Add(person);
        return person;
    }
}
