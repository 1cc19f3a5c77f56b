using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>Makes users of all who chat in a service, as of their first conversation, and gives devices to some.</summary>
internal sealed class SampleUsers(SeededRandom random)
{
    private readonly Dictionary<string, string> credentials =
        PushBinding.Types.Where(type => type != PushBinding.Connection).ToDictionary(type => type, _ => random.Hex32("CR"));

    public void AddTo(Service service, SampleRoles roles)
    {
        var users = new List<User>();
        var bindings = new List<PushBinding>();
        foreach (var (identity, participant) in FirstSeen(service))
        {
            var created = participant.DateCreated;
            var user = SampleNames.IsAgent(identity) ? Agent(service, roles, identity, created) : Customer(service, identity, created);
            users.Add(user);
            if (random.Chance(SampleNames.IsAgent(identity) ? 0.8 : 0.1))
                bindings.Add(Device(user));
            if (user.IsOnline == true)
                bindings.Add(Binding(user, PushBinding.Connection));
        }
        service.Users.Fill(users);
        service.Bindings.Fill(bindings);
    }

    private static Dictionary<string, Participant> FirstSeen(Service service)
    {
        var first = new Dictionary<string, Participant>();
        // The newest come first, so the oldest has the last word.
        foreach (var participant in service.Conversations.From(0).SelectMany(conversation => conversation.Participants.From(0)))
        {
            if (participant.Identity is { } identity)
                first[identity] = participant;
        }
        return first;
    }

    private User Agent(Service service, SampleRoles roles, string identity, DateTimeOffset created) => new()
    {
        Sid = random.Hex32("US"),
        Service = service,
        Identity = identity,
        Role = random.Chance(0.15) ? roles.Supervisor : service.Configuration.ServiceRole,
        DateCreated = created,
        DateUpdated = created,
        FriendlyName = SampleNames.Person(random),
        Attributes = """{"duty":"agent"}""",
        IsOnline = random.Chance(0.5),
    };

    private User Customer(Service service, string identity, DateTimeOffset created) => new()
    {
        Sid = random.Hex32("US"),
        Service = service,
        Identity = identity,
        Role = service.Configuration.ServiceRole,
        DateCreated = created,
        DateUpdated = created,
        FriendlyName = random.Chance(0.7) ? SampleNames.Person(random) : null,
    };

    // GCM is what old installations still have.
    private PushBinding Device(User user) => Binding(user, random.Chance(0.1) ? "gcm" : random.Chance(0.5) ? "apn" : "fcm");

    private PushBinding Binding(User user, string type) => new()
    {
        Sid = random.Hex32("BS"),
        Identity = user.Identity,
        Type = type,
        Endpoint = $"{user.Identity}-{random.Hex32()[..8]}",
        CredentialSid = credentials.GetValueOrDefault(type),
        DateCreated = user.DateCreated,
    };
}
