namespace ConversationsAdmin.Sandbox.Data;

/// <summary>Everything the sandbox remembers. Callers hold its lock.</summary>
internal sealed class Account(string sid, string messagingServiceSid)
{
    public string Sid { get; } = sid;

    /// <summary>The messaging service that a conversation belongs to when it names none.</summary>
    public string MessagingServiceSid { get; } = messagingServiceSid;

    /// <summary>What every address begins with. The provider names its default host, whatever host was called.</summary>
    public string AddressPrefix { get; set; } = TwilioSandbox.ConversationsBaseAddress.GetLeftPart(UriPartial.Authority);

    public string AddressOf(string path) => AddressPrefix + path;

    public Dictionary<string, Service> ServicesBySid { get; } = [];

    public OrderedItems<Service> Services { get; } = new(SortKey.NewestFirst);

    public MessagingPairs Pairs { get; } = new();

    public GroupAddresses Groups { get; } = new();

    public void Add(Service service)
    {
        ServicesBySid.Add(service.Sid, service);
        Services.Add(service);
    }

    public void Remove(Service service)
    {
        foreach (var conversation in service.BySid.Values)
            ForgetAddressesOf(conversation);
        ServicesBySid.Remove(service.Sid);
        Services.Remove(service);
    }

    public static void Add(Conversation conversation)
    {
        Register(conversation);
        conversation.Service.Conversations.Add(conversation);
    }

    /// <summary>Makes a conversation known by its names, but leaves the list to a caller who fills it at once.</summary>
    public static void Register(Conversation conversation)
    {
        conversation.Service.BySid.Add(conversation.Sid, conversation);
        if (conversation.UniqueName is { } name)
            conversation.Service.ByUniqueName.Add(name, conversation);
    }

    public void Remove(Conversation conversation)
    {
        var service = conversation.Service;
        service.BySid.Remove(conversation.Sid);
        service.Conversations.Remove(conversation);
        if (conversation.UniqueName is { } name)
            service.ByUniqueName.Remove(name);
        foreach (var participant in conversation.Participants.From(0))
        {
            service.Identities.Leave(participant);
            Unlist(participant);
        }
        ForgetAddressesOf(conversation);
    }

    /// <summary>Adds a participant, whose pair and identity are in use from then on.</summary>
    public void Add(Participant participant)
    {
        participant.Conversation.KeepSample();
        var service = participant.Conversation.Service;
        participant.Conversation.Participants.Add(participant);
        service.ParticipantsByIdentity.Add(participant.Identity, participant);
        service.ParticipantsByAddress.Add(participant.Binding?.Address, participant);
        if (participant.Conversation.State == ConversationState.Closed)
            return;
        Pairs.Take(participant);
        Groups.Join(participant);
        service.Identities.Join(participant);
    }

    public void Remove(Participant participant)
    {
        participant.Conversation.KeepSample();
        participant.Conversation.Participants.Remove(participant);
        Free(participant);
        participant.Conversation.Service.Identities.Leave(participant);
        Unlist(participant);
    }

    private static void Unlist(Participant participant)
    {
        var service = participant.Conversation.Service;
        service.ParticipantsByIdentity.Remove(participant.Identity, participant);
        service.ParticipantsByAddress.Remove(participant.Binding?.Address, participant);
    }

    private void ForgetAddressesOf(Conversation conversation)
    {
        foreach (var participant in conversation.Participants.From(0))
            Free(participant);
    }

    private void Free(Participant participant)
    {
        Pairs.Free(participant);
        Groups.Leave(participant);
    }
}
