namespace ConversationsAdmin.Sandbox.Data;

/// <summary>Who takes part in which group texts, over the whole account.</summary>
internal sealed class GroupAddresses
{
    private const int FewestMembers = 3;
    private readonly Dictionary<string, HashSet<Conversation>> conversations = [];

    /// <summary>
    /// The addresses of a group text: at least three, everybody's, and one of them without a proxy address. Null when they make none.
    /// </summary>
    public static HashSet<string>? Of(IEnumerable<Participant> participants) =>
        OfBindings(participants.Select(participant => participant.Binding));

    public static HashSet<string>? OfBindings(IEnumerable<MessagingBinding?> bindings)
    {
        var addresses = new HashSet<string>();
        var isGroup = false;
        foreach (var binding in bindings)
        {
            if (binding is null)
                return null;
            addresses.Add(binding.Address ?? binding.ProjectedAddress!);
            isGroup |= binding.IsBare;
        }
        return isGroup && addresses.Count >= FewestMembers ? addresses : null;
    }

    /// <summary>The other open conversation of just these addresses, if there is one.</summary>
    public Conversation? HolderOf(HashSet<string> addresses, Conversation except, DateTimeOffset now) => addresses
        .SelectMany(address => conversations.GetValueOrDefault(address, []))
        .Distinct()
        .FirstOrDefault(conversation => conversation != except && !conversation.IsClosed(now)
            && Of(conversation.Participants.From(0)) is { } others && others.SetEquals(addresses));

    public void Join(Participant participant)
    {
        if (participant.Binding is not { IsBare: true, Address: { } address })
            return;
        if (!conversations.TryGetValue(address, out var joined))
            conversations[address] = joined = [];
        joined.Add(participant.Conversation);
    }

    public void Leave(Participant participant)
    {
        if (participant.Binding is { IsBare: true, Address: { } address } && conversations.TryGetValue(address, out var joined)
            && joined.Remove(participant.Conversation) && joined.Count == 0)
            conversations.Remove(address);
    }
}
