using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>Gives each sample conversation the people that such a conversation has; some have nobody left.</summary>
internal sealed class SampleParticipants(SeededRandom random, Account account, SampleNumbers numbers, int conversations)
{
    public void AddTo(Conversation conversation, SampleRoles roles, int number)
    {
        switch (random.Below(100))
        {
            case < 28:
                AddAgent(conversation, roles);
                Add(conversation, $"customer-{number}", null, """{"role":"customer"}""", roles.Customer);
                break;
            case < 60:
                AddAgent(conversation, roles);
                AddByPair(conversation, numbers.NextPhonePair(""));
                break;
            case < 78:
                AddAgent(conversation, roles);
                AddByPair(conversation, numbers.NextPhonePair("whatsapp:"));
                break;
            case < 86:
                AddAgent(conversation, roles);
                AddByPair(conversation, numbers.NextMessengerPair());
                break;
            case < 92:
                AddGroup(conversation, roles);
                break;
        }
    }

    private void AddAgent(Conversation conversation, SampleRoles roles, string? projectedAddress = null)
    {
        var binding = projectedAddress is null ? null : new MessagingBinding(null, null, projectedAddress);
        Add(conversation, SampleNames.Agent(random, conversations), binding, """{"role":"agent"}""", roles.Agent);
    }

    private void AddByPair(Conversation conversation, (string Customer, string Proxy) pair) =>
        Add(conversation, null, new MessagingBinding(pair.Customer, pair.Proxy, null), """{"role":"customer"}""");

    private void AddGroup(Conversation conversation, SampleRoles roles)
    {
        AddAgent(conversation, roles, projectedAddress: numbers.NextPhone());
        for (var members = 2 + random.Below(2); members > 0; members--)
            Add(conversation, null, new MessagingBinding(numbers.NextPhone(), null, null), "{}");
    }

    private void Add(Conversation conversation, string? identity, MessagingBinding? binding, string attributes, Role? role = null) =>
        account.Add(new Participant
        {
            Sid = random.Hex32("MB"),
            Conversation = conversation,
            Identity = identity,
            Binding = binding,
            Attributes = attributes,
            RoleSid = role?.Sid,
            DateCreated = conversation.DateCreated,
            DateUpdated = conversation.DateCreated,
        });
}
