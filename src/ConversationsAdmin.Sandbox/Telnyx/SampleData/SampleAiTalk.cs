using System.Globalization;
using ConversationsAdmin.Sandbox.SampleData;
using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.SampleData;

/// <summary>
/// What was said in one sample conversation. It follows from the seed and the conversation's id alone, so it does not matter who asks
/// first, nor when.
/// </summary>
internal sealed class SampleAiTalk(int seed, int count)
{
    private static readonly string[] Functions = ["find_order", "book_appointment", "transfer_call"];

    public AiConversationContent Make(AiConversation conversation)
    {
        var random = new SeededRandom(seed, StreamOf(conversation.Id));
        var messages = new List<AiMessage>(count);
        while (messages.Count < count)
            messages.Add(Next(random, messages, MomentOf(conversation, messages.Count)));
        return new AiConversationContent(messages, SampleInsights.Make(random, conversation));
    }

    private static ulong StreamOf(string id) => ulong.Parse(id.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // The last one is when the conversation says that it was.
    private DateTimeOffset MomentOf(AiConversation conversation, int index)
    {
        var lasted = (long)(conversation.LastMessageAt - conversation.CreatedAt).TotalMilliseconds;
        return conversation.CreatedAt.AddMilliseconds(lasted * (index + 1) / count);
    }

    private static AiMessage Next(SeededRandom random, List<AiMessage> before, DateTimeOffset moment)
    {
        if (before.LastOrDefault() is { ToolCall: not null })
            return new AiMessage("tool", """{"found":true}""", moment, null);
        if (before.LastOrDefault()?.Role != "user")
            return new AiMessage("user", random.Pick(SampleSentences.All), moment, moment);
        if (!random.Chance(0.15))
            return new AiMessage("assistant", random.Pick(SampleSentences.All), moment, moment);
        var call = new AiToolCall($"call_{random.Hex32()[..24]}", random.Pick(Functions), $$"""{"number":{{random.Below(10_000)}}}""");
        return new AiMessage("assistant", null, moment, null) { ToolCall = call };
    }
}
