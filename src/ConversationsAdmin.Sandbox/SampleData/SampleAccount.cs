using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>The account that a sandbox starts with. One seed always makes the same one; only its dates move with the clock.</summary>
internal sealed record SampleAccount(Account Account, string DefaultServiceSid)
{
    private const int ServiceAgeDays = 500;

    public static SampleAccount Create(SandboxOptions options, string accountSid, DateTimeOffset now)
    {
        var services = new SeededRandom(options.Seed, RandomStream.SampleServices);
        var account = new Account(accountSid, services.Hex32("MG"));
        var empty = NewService(services, account, SampleServiceKind.EmptyServiceName, now.AddDays(-ServiceAgeDays));
        if (options.Conversations == 0)
            return new SampleAccount(account, empty.Sid);

        var random = new SeededRandom(options.Seed, RandomStream.SampleConversations);
        var participants = new SampleParticipants(random, account, new SampleNumbers(), options.Conversations);
        var conversations = new SampleConversations(random, participants, options.Seed, now);
        var first = empty;
        var left = options.Conversations;
        foreach (var kind in Enumerable.Reverse(SampleServiceKind.All))
        {
            var isFirst = kind == SampleServiceKind.All[0];
            var count = isFirst ? left : (int)((long)options.Conversations * kind.ShareInPercent / 100);
            first = NewService(services, account, kind.Name, now.AddDays(-ServiceAgeDays + services.Below(50)));
            conversations.AddTo(first, kind, count);
            left -= count;
        }
        return new SampleAccount(account, first.Sid);
    }

    private static Service NewService(SeededRandom random, Account account, string name, DateTimeOffset created)
    {
        var service = new Service { Sid = random.Hex32("IS"), FriendlyName = name, DateCreated = created, DateUpdated = created };
        account.Add(service);
        return service;
    }
}
