using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.SampleData.Proxy;

/// <summary>Makes sessions of the last two years: orders of which most are long delivered, and with them the session closed.</summary>
internal sealed class SampleSessions(SandboxOptions options, SeededRandom random, DateTimeOffset now)
{
    private const int OldestDays = 730;
    private const int LongestTalkDays = 5;
    private const int FirstOrder = 70_001;
    private readonly SamplePeople people = new(random, new SeededRandom(options.Seed, RandomStream.SampleSessionParticipants));
    private readonly SampleInteractions interactions = new(options.Seed);
    private int made;

    public Session Next()
    {
        // The first few have each status once, so that even a small sandbox shows them all.
        var rank = made++;
        var age = TimeSpan.FromSeconds(60 + random.Below(OldestDays * 24 * 3600));
        var status = rank < SessionStatus.Names.Length ? SessionStatus.Names[rank] : StatusAfter(age);
        var talk = TimeSpan.FromSeconds(random.Below((int)Math.Min(age.TotalSeconds, LongestTalkDays * 24 * 3600)));
        var created = now - age;
        var session = new Session
        {
            Sid = random.Hex32("KC"),
            DateCreated = created,
            DateUpdated = created,
            DateLastInteraction = status == SessionStatus.Open ? null : created + talk,
            UniqueName = random.Chance(0.7) ? $"order-{FirstOrder + rank}" : null,
            Status = status,
            Mode = SessionMode.Names[rank % SessionMode.Names.Length],
            Participants = people.For(status, created),
            Sample = interactions.Make,
        };
        if (status == SessionStatus.Closed)
            End(session, created + talk);
        else if (random.Chance(0.4))
            session.DateExpiry = now.AddDays(2 + random.Below(60));
        return session;
    }

    private string StatusAfter(TimeSpan age)
    {
        var (closed, inProgress) = age.TotalDays > 30 ? (92, 3) : (45, 35);
        return random.Below(100) switch
        {
            var share when share < closed => SessionStatus.Closed,
            var share when share < closed + inProgress => SessionStatus.InProgress,
            98 => SessionStatus.Failed,
            99 => SessionStatus.Unknown,
            _ => SessionStatus.Open,
        };
    }

    private void End(Session session, DateTimeOffset lastInteraction)
    {
        var ttl = TimeSpan.FromHours(1 + random.Below(48));
        if (random.Chance(0.6) || lastInteraction + ttl > now)
        {
            session.Close(lastInteraction, ClosedReason.Requested);
            return;
        }
        session.Ttl = (int)ttl.TotalSeconds;
        session.Close(lastInteraction + ttl, ClosedReason.Expired);
    }
}
