namespace ConversationsAdmin.Sandbox.Data;

/// <summary>Who uses which pair of address and proxy address, over the whole account.</summary>
internal sealed class MessagingPairs
{
    private readonly Dictionary<(string Address, string Proxy), Participant> holders = [];

    /// <summary>The participant that keeps this pair busy; one in a closed conversation does not.</summary>
    public Participant? HolderOf(MessagingBinding? binding, DateTimeOffset now) =>
        PairOf(binding) is { } pair && holders.TryGetValue(pair, out var holder) && !holder.Conversation.IsClosed(now) ? holder : null;

    public void Take(Participant participant)
    {
        if (PairOf(participant.Binding) is { } pair)
            holders[pair] = participant;
    }

    public void Free(Participant participant)
    {
        // A pair freed by closing may long have been taken by another.
        if (PairOf(participant.Binding) is { } pair && holders.GetValueOrDefault(pair) == participant)
            holders.Remove(pair);
    }

    private static (string, string)? PairOf(MessagingBinding? binding) =>
        binding is { Address: { } address, ProxyAddress: { } proxy } ? (address, proxy) : null;
}
