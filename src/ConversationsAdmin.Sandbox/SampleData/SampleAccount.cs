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
        var roleSids = new SeededRandom(options.Seed, RandomStream.SampleRoles);
        var empty = MakeService(services, roleSids, account, SampleServiceKind.EmptyServiceName, now.AddDays(-ServiceAgeDays));
        if (options.Conversations == 0)
            return new SampleAccount(account, empty.Sid);

        var random = new SeededRandom(options.Seed, RandomStream.SampleConversations);
        // The participants' two roles were once drawn here: without these two draws, every SID that a seed gives would change.
        random.Hex32();
        random.Hex32();
        var participants = new SampleParticipants(random, account, new SampleNumbers(), options.Conversations);
        var conversations = new SampleConversations(random, participants, options.Seed, now);
        var users = new SampleUsers(new SeededRandom(options.Seed, RandomStream.SampleUsers));
        var first = empty;
        var left = options.Conversations;
        foreach (var kind in Enumerable.Reverse(SampleServiceKind.All))
        {
            var isFirst = kind == SampleServiceKind.All[0];
            var count = isFirst ? left : (int)((long)options.Conversations * kind.ShareInPercent / 100);
            first = MakeService(services, roleSids, account, kind.Name, now.AddDays(-ServiceAgeDays + services.Below(50)));
            var roles = SampleRoles.AddTo(first, roleSids);
            conversations.AddTo(first, roles, kind, count);
            users.AddTo(first, roles);
            left -= count;
        }
        return new SampleAccount(account, first.Sid);
    }

    private static Service MakeService(SeededRandom random, SeededRandom roleSids, Account account, string name, DateTimeOffset created)
    {
        var service = NewService.Make(random.Hex32("IS"), name, created, roleSids);
        account.Add(service);
        return service;
    }
}
