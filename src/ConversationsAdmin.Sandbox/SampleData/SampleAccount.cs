using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>The account that a sandbox starts with. One seed always makes the same one; only its dates move with the clock.</summary>
/// <param name="Account">The account with its services, which are empty until <see cref="Fill"/>.</param>
/// <param name="DefaultServiceSid">The service that will have the most conversations.</param>
/// <param name="Services">What there is to fill.</param>
/// <param name="Options">How many conversations, and from which seed.</param>
/// <param name="Now">The moment that the samples' ages count from.</param>
internal sealed record SampleAccount(
    Account Account, string DefaultServiceSid, IReadOnlyList<SampleService> Services, SandboxOptions Options, DateTimeOffset Now)
{
    private const int ServiceAgeDays = 500;

    public static SampleAccount Create(SandboxOptions options, string accountSid, DateTimeOffset now)
    {
        var random = new SeededRandom(options.Seed, RandomStream.SampleServices);
        var account = new Account(accountSid, random.Hex32("MG"));
        var roleSids = new SeededRandom(options.Seed, RandomStream.SampleRoles);
        var empty = MakeService(random, roleSids, account, SampleServiceKind.EmptyServiceName, now.AddDays(-ServiceAgeDays));
        if (options.Conversations == 0)
            return new SampleAccount(account, empty.Sid, [], options, now);

        var services = new List<SampleService>();
        var left = options.Conversations;
        foreach (var kind in Enumerable.Reverse(SampleServiceKind.All))
        {
            var isFirst = kind == SampleServiceKind.All[0];
            var count = isFirst ? left : (int)((long)options.Conversations * kind.ShareInPercent / 100);
            var service = MakeService(random, roleSids, account, kind.Name, now.AddDays(-ServiceAgeDays + random.Below(50)));
            services.Add(new SampleService(service, SampleRoles.AddTo(service, roleSids), kind, count));
            left -= count;
        }
        return new SampleAccount(account, services[^1].Service.Sid, services, options, now);
    }

    /// <summary>Makes the conversations and who takes part in them.</summary>
    public void Fill()
    {
        var random = new SeededRandom(Options.Seed, RandomStream.SampleConversations);
        // The participants' two roles were once drawn here: without these two draws, every SID that a seed gives would change.
        random.Hex32();
        random.Hex32();
        var participants = new SampleParticipants(random, Account, new SampleNumbers(), Options.Conversations);
        var conversations = new SampleConversations(random, participants, Options.Seed, Now);
        var users = new SampleUsers(new SeededRandom(Options.Seed, RandomStream.SampleUsers));
        foreach (var (service, roles, kind, count) in Services)
        {
            conversations.AddTo(service, roles, kind, count);
            users.AddTo(service, roles);
        }
    }

    private static Service MakeService(SeededRandom random, SeededRandom roleSids, Account account, string name, DateTimeOffset created)
    {
        var service = NewService.Make(random.Hex32("IS"), name, created, roleSids);
        account.Add(service);
        return service;
    }
}
