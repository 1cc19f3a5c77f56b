using System.Globalization;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Sunshine;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>
/// What was said in one sample conversation. It follows from the seed and the conversation's id alone, so it does not matter who asks
/// first, nor when.
/// </summary>
internal sealed class SunshineSampleTalk
{
    // Several pages, which a list gives a hundred to each.
    private const int LongTalk = 250;

    private readonly SeededRandom random;
    private readonly string integrationId;

    public SunshineSampleTalk(int seed, string conversationId, bool isLong)
    {
        random = new SeededRandom(seed, ulong.Parse(conversationId.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        integrationId = SunshineId.Next(new SeededRandom(seed, RandomStream.SunshineIntegration));
        Count = isLong || random.Chance(0.01) ? LongTalk + random.Below(200) : random.Chance(0.06) ? 0 : 1 + random.Below(30);
    }

    /// <summary>How many messages there are.</summary>
    public int Count { get; }

    public SunshineContent Make(SunshineConversation conversation)
    {
        var messages = new List<SunshineMessage>(Count);
        while (messages.Count < Count)
            messages.Add(Next(conversation, MomentOf(conversation, messages.Count)));
        return new SunshineContent(messages, [.. conversation.Users.Select(user => Participant(conversation, user, messages))]);
    }

    // The last one is when the conversation says that it was.
    private DateTimeOffset MomentOf(SunshineConversation conversation, int index)
    {
        var lasted = (long)(conversation.LastUpdatedAt - conversation.CreatedAt).TotalMilliseconds;
        return index == Count - 1 ? conversation.LastUpdatedAt : conversation.CreatedAt.AddMilliseconds(lasted * (index + 1) / Count);
    }

    private SunshineMessage Next(SunshineConversation conversation, DateTimeOffset moment)
    {
        var user = random.Chance(0.55) ? random.Pick(conversation.Users) : null;
        return new SunshineMessage(SunshineId.Next(random), moment, Author(user), Content())
        {
            UserId = user?.Id,
            SourceType = user is null ? "api:conversations" : "web",
            IntegrationId = user is null ? null : integrationId,
            Metadata = random.Chance(0.1) ? """{"importance":"high"}""" : null,
        };
    }

    private string Author(SunshineUser? user) => user is null
        ? JsonObject.Of(("type", "business"), ("displayName", random.Chance(0.7) ? SampleNames.Person(random) : null))
        : JsonObject.Of(("type", "user"), ("userId", user.Id));

    private string Content()
    {
        var name = random.Hex32()[..12];
        return random.Below(100) switch
        {
            < 5 => JsonObject.Of(
                ("type", "image"), ("mediaUrl", $"https://www.example.com/media/{name}.jpg"), ("mediaType", "image/jpeg"), ("altText", "A picture")),
            < 8 => JsonObject.Of(
                ("type", "file"), ("mediaUrl", $"https://www.example.com/media/{name}.pdf"), ("mediaType", "application/pdf"), ("altText", "invoice.pdf")),
            < 10 => """{"type":"location","coordinates":{"lat":48.2082,"long":16.3738},"location":{"name":"The shop"}}""",
            < 12 => """{"type":"form","blockChatInput":true,"fields":[{"type":"text","name":"order","label":"The number of your order?"}]}""",
            _ => JsonObject.Of(("type", "text"), ("text", random.Pick(SampleSentences.All))),
        };
    }

    private SunshineParticipant Participant(SunshineConversation conversation, SunshineUser user, List<SunshineMessage> messages)
    {
        var read = messages.Count > 0 && random.Chance(0.7) ? messages[^(1 + random.Below(Math.Min(3, messages.Count)))].Received : (DateTimeOffset?)null;
        return new SunshineParticipant(ParticipantId.Of(conversation, user), user, read)
        {
            ClientId = random.Chance(0.6) ? SunshineId.Next(random) : null,
        };
    }
}
