using System.Globalization;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>
/// What was said in one sample conversation. It follows from the seed and the conversation's SID alone, so it does not matter who asks
/// first, nor when.
/// </summary>
internal sealed class SampleTalk(int seed, DateTimeOffset begun, DateTimeOffset ended)
{
    // Long enough that a list of messages has more than one page.
    private const int LongTalk = 51;

    public ConversationContent Make(Conversation conversation)
    {
        var random = new SeededRandom(seed, StreamOf(conversation.Sid));
        var content = new ConversationContent();
        var people = conversation.Participants.From(0).ToArray();
        var count = people.Length == 0 ? random.Below(2)
            : random.Chance(0.03) ? LongTalk + random.Below(70)
            : 1 + random.Below(8);
        for (var index = 0; index < count; index++)
            content.Messages.Add(Say(random, conversation, people, index, MomentOf(index, count)));
        if (random.Chance(0.15))
            SampleWebhooks.AddTo(content, conversation, random, begun);
        return content;
    }

    private static ulong StreamOf(string sid) => ulong.Parse(sid.AsSpan(2, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private DateTimeOffset MomentOf(int index, int count)
    {
        var seconds = (long)(ended - begun).TotalSeconds * (index + 1) / count;
        return begun.AddSeconds(seconds);
    }

    private static Message Say(SeededRandom random, Conversation conversation, Participant[] people, int index, DateTimeOffset moment)
    {
        var message = new Message
        {
            Sid = random.Hex32("IM"),
            Conversation = conversation,
            Index = index,
            Body = random.Pick(SampleSentences.All),
            MediaSid = random.Chance(0.04) ? random.Hex32("ME") : null,
            Attributes = random.Chance(0.1) ? """{"importance":"high"}""" : "{}",
            DateCreated = moment,
            DateUpdated = random.Chance(0.05) ? moment : null,
        };
        if (people.Length > 0 && !random.Chance(0.08))
            message.SignAs(NameOf(random.Pick(people)));
        foreach (var recipient in message.Recipients())
            message.Receipts.Add(Receipt(random, recipient, moment));
        return message;
    }

    private static string NameOf(Participant participant) => participant.Identity ?? participant.Binding!.Address!;

    private static DeliveryReceipt Receipt(SeededRandom random, Participant recipient, DateTimeOffset moment)
    {
        var (status, errorCode) = random.Below(100) switch
        {
            < 4 => (DeliveryStatus.Failed, 30008),
            < 8 => (DeliveryStatus.Undelivered, 30003),
            < 12 => (DeliveryStatus.Sent, 0),
            < 55 when recipient.Binding!.Type == "whatsapp" => (DeliveryStatus.Read, 0),
            _ => (DeliveryStatus.Delivered, 0),
        };
        return new DeliveryReceipt
        {
            Sid = random.Hex32("DY"),
            ParticipantSid = recipient.Sid,
            ChannelMessageSid = random.Hex32(DeliveryReceipt.ChannelMessagePrefix(recipient)),
            DateCreated = moment,
            DateUpdated = status == DeliveryStatus.Sent ? null : moment,
            Status = status,
            ErrorCode = errorCode,
        };
    }
}
