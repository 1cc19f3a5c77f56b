using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>Spreads the sample conversations of the last two years over the users of an app.</summary>
internal static class SunshineSampleApp
{
    private const int OldestDays = 730;
    // The default conversation of the first user, and another, which can be deleted.
    private const int LongOnes = 2;
    private const int MostOthersInGroup = 4;
    private const double ShareOfFirst = 0.15;
    private const double ShareOfGroups = 0.12;

    public static SunshineApp Create(SandboxOptions options, DateTimeOffset now)
    {
        var app = new SunshineApp();
        var users = new SunshineSampleUsers(options.Seed).All(options.Conversations);
        foreach (var user in users)
            app.Add(user);
        var random = new SeededRandom(options.Seed, RandomStream.SunshineConversations);
        var conversations = new SunshineSampleConversations(options.Seed, random, now);
        var known = new List<SunshineUser>();
        var longOnes = 0;
        foreach (var created in Dates(random, options.Conversations, now))
        {
            var owner = Owner(random, users, known);
            if (!owner.HasDefault)
                known.Add(owner);
            var isGroup = owner.HasDefault && random.Chance(ShareOfGroups);
            var isLong = owner == users[0] && longOnes++ < LongOnes;
            app.Add(conversations.Make(isGroup ? Group(random, owner, known) : [owner], !isGroup, created, isLong));
        }
        return app;
    }

    private static DateTimeOffset[] Dates(SeededRandom random, int count, DateTimeOffset now)
    {
        var dates = new DateTimeOffset[count];
        for (var index = 0; index < count; index++)
            dates[index] = now.AddSeconds(-60 - random.Below(OldestDays * 24 * 3600)).AddMilliseconds(-random.Below(1000));
        Array.Sort(dates);
        return dates;
    }

    // The first user has the most conversations, so that there is something to page through. Among few users that takes a larger share.
    private static SunshineUser Owner(SeededRandom random, SunshineUser[] users, List<SunshineUser> known) =>
        known.Count == 0 || random.Chance(Math.Max(ShareOfFirst, 3.0 / users.Length)) ? users[0] : random.Pick(users);

    private static SunshineUser[] Group(SeededRandom random, SunshineUser owner, List<SunshineUser> known)
    {
        var members = new List<SunshineUser> { owner };
        for (var others = 1 + random.Below(MostOthersInGroup); others > 0; others--)
        {
            if (random.Pick(known) is var other && !members.Contains(other))
                members.Add(other);
        }
        return [.. members];
    }
}
