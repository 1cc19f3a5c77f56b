using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.SampleData.Proxy;

/// <summary>Gives each sample session two people as a rule. Those of closed sessions come again, with the number that they had.</summary>
internal sealed class SamplePeople(SeededRandom random, SeededRandom sids)
{
    private readonly SampleNumbers numbers = new();
    private readonly List<SessionParticipant> known = [];

    public IReadOnlyList<SessionParticipant> For(string status, DateTimeOffset created) => random.Below(100) switch
    {
        < 4 => [],
        < 10 => [New(created)],
        _ => [First(status, created), New(created)],
    };

    // Nobody has the same number in two active sessions, but re-opening a closed one may come to that.
    private SessionParticipant First(string status, DateTimeOffset created) =>
        status == SessionStatus.Closed && known.Count > 0 && random.Chance(0.3)
            ? random.Pick(known) with { Sid = sids.Hex32("KP"), DateCreated = created }
            : New(created);

    private SessionParticipant New(DateTimeOffset created)
    {
        var person = new SessionParticipant(
            numbers.NextPhone(), random.Pick(ProxyNumber.Pool).PhoneNumber, random.Chance(0.8) ? SampleNames.Person(random) : null)
        {
            Sid = sids.Hex32("KP"),
            DateCreated = created,
        };
        known.Add(person);
        return person;
    }
}
