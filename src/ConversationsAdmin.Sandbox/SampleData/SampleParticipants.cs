using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>Gives each sample conversation the people that such a conversation has; some have nobody left.</summary>
internal sealed class SampleParticipants(SeededRandom random, Account account, SampleNumbers numbers, int conversations)
{
    private readonly string agentRole = random.Hex32("RL");
    private readonly string customerRole = random.Hex32("RL");

    public void AddTo(Conversation conversation, int number)
    {
        switch (random.Below(100))
        {
            case < 28:
                AddAgent(conversation);
                Add(conversation, $"customer-{number}", null, """{"role":"customer"}""");
                break;
            case < 60:
                AddAgent(conversation);
                AddByPair(conversation, numbers.NextPhonePair(""));
                break;
            case < 78:
                AddAgent(conversation);
                AddByPair(conversation, numbers.NextPhonePair("whatsapp:"));
                break;
            case < 86:
                AddAgent(conversation);
                AddByPair(conversation, numbers.NextMessengerPair());
                break;
            case < 92:
                AddGroup(conversation);
                break;
        }
    }

    private void AddAgent(Conversation conversation, string? projectedAddress = null)
    {
        var binding = projectedAddress is null ? null : new MessagingBinding(null, null, projectedAddress);
        Add(conversation, SampleNames.Agent(random, conversations), binding, """{"role":"agent"}""");
    }

    private void AddByPair(Conversation conversation, (string Customer, string Proxy) pair) =>
        Add(conversation, null, new MessagingBinding(pair.Customer, pair.Proxy, null), """{"role":"customer"}""");

    private void AddGroup(Conversation conversation)
    {
        AddAgent(conversation, projectedAddress: numbers.NextPhone());
        for (var members = 2 + random.Below(2); members > 0; members--)
            Add(conversation, null, new MessagingBinding(numbers.NextPhone(), null, null), "{}");
    }

    private void Add(Conversation conversation, string? identity, MessagingBinding? binding, string attributes) =>
        account.Add(new Participant
        {
            Sid = random.Hex32("MB"),
            Conversation = conversation,
            Identity = identity,
            Binding = binding,
            Attributes = attributes,
            RoleSid = identity is null ? null : attributes.Contains("agent") ? agentRole : customerRole,
            DateCreated = conversation.DateCreated,
            DateUpdated = conversation.DateCreated,
        });
}
