namespace ConversationsAdmin.Sandbox.Data;

internal sealed class Service : IListed
{
    public required string Sid { get; init; }

    public required string FriendlyName { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset DateUpdated { get; init; }

    public required ServiceConfiguration Configuration { get; init; }

    public SortKey SortKey => new(DateCreated, Sid);

    public Dictionary<string, Conversation> BySid { get; } = [];

    public Dictionary<string, Conversation> ByUniqueName { get; } = [];

    public OrderedItems<Conversation> Conversations { get; } = new(SortKey.NewestFirst);

    public IdentityMemberships Identities { get; } = new();

    public ParticipantIndex ParticipantsByIdentity { get; } = new();

    public ParticipantIndex ParticipantsByAddress { get; } = new();

    public ResourceSet<Role> Roles { get; } = new();

    public UserDirectory Users { get; } = new();

    public ResourceSet<PushBinding> Bindings { get; } = new();

    public ServiceNotifications Notifications { get; } = new();

    public ServiceWebhooks Webhooks { get; } = new();
}
