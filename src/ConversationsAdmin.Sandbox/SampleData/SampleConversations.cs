using System.Globalization;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>Makes conversations of the last 400 days; the longer one has been quiet, the likelier it is closed.</summary>
internal sealed class SampleConversations(SeededRandom random, SampleParticipants participants, int seed, DateTimeOffset now)
{
    private const int OldestDays = 400;
    private const int LongestTalkDays = 12;
    private int number = 48_000;

    public void AddTo(Service service, SampleRoles roles, SampleServiceKind kind, int count)
    {
        var made = new List<Conversation>(count);
        for (var index = 0; index < count; index++)
            made.Add(Make(service, roles, kind));
        service.Conversations.Fill(made);
    }

    private Conversation Make(Service service, SampleRoles roles, SampleServiceKind kind)
    {
        number++;
        var age = TimeSpan.FromSeconds(60 + random.Below(OldestDays * 24 * 3600));
        var talk = TimeSpan.FromSeconds(random.Below((int)Math.Min(age.TotalSeconds, LongestTalkDays * 24 * 3600)));
        var (topic, title) = random.Pick(kind.Subjects);
        var conversation = new Conversation
        {
            Sid = random.Hex32("CH"),
            Service = service,
            FriendlyName = random.Chance(0.9) ? Title(title) : null,
            UniqueName = random.Chance(0.3) ? kind.UniqueNamePrefix + number : null,
            Attributes = Attributes(topic),
            State = StateAfter(age - talk),
            DateCreated = now - age,
            DateUpdated = now - age + talk,
        };
        if (conversation.State == ConversationState.Active && random.Chance(0.2))
            StartTimers(conversation);
        Account.Register(conversation);
        participants.AddTo(conversation, roles, number);
        conversation.Sample = new SampleTalk(seed, conversation.DateCreated, conversation.DateUpdated).Make;
        return conversation;
    }

    private ConversationState StateAfter(TimeSpan quiet)
    {
        var (closed, inactive) = quiet.TotalDays switch
        {
            > 60 => (0.85, 0.10),
            > 14 => (0.45, 0.40),
            _ => (0.15, 0.20),
        };
        var share = random.Share();
        return share < closed ? ConversationState.Closed
            : share < closed + inactive ? ConversationState.Inactive
            : ConversationState.Active;
    }

    // Well ahead of now, so that nothing changes by itself while somebody tries things out.
    private void StartTimers(Conversation conversation)
    {
        conversation.DateInactive = now.AddDays(1 + random.Below(6));
        conversation.DateClosed = now.AddDays(8 + random.Below(30));
    }

    private string Title(string pattern) =>
        string.Format(CultureInfo.InvariantCulture, pattern, number, SampleNames.Person(random));

    private string Attributes(string topic)
    {
        if (random.Chance(0.15))
            return "{}";
        var vip = random.Chance(0.1) ? ",\"vip\":true" : "";
        return $$"""{"topic":"{{topic}}"{{vip}}}""";
    }
}
