using System.Globalization;
using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.SampleData.Proxy;

/// <summary>
/// What went through one sample session. It follows from the seed and the session's SID alone, so it does not matter who asks first, nor
/// when.
/// </summary>
internal sealed class SampleInteractions(int seed)
{
    // Long enough that a list has more than one page of the largest size.
    private const int LongTalk = 101;

    // What the provider's documents name for the inbound side of either kind.
    private const string InboundMessage = "delivered";
    private const string InboundCall = "in-progress";

    private static readonly string[] OutboundMessages = ["delivered", "delivered", "sent", "undelivered", "failed"];
    private static readonly string[] OutboundCalls = ["completed", "completed", "busy", "no-answer"];

    public IEnumerable<Interaction> Make(Session session)
    {
        if (session.DateLastInteraction is not { } last || session.Participants.Count == 0)
            yield break;
        var random = new SeededRandom(seed, StreamOf(session.Sid));
        var count = random.Chance(0.1) ? LongTalk + random.Below(200) : 1 + random.Below(12);
        var lasted = (last - session.DateCreated).TotalSeconds;
        for (var index = 1; index <= count; index++)
            yield return Next(random, session, session.DateCreated.AddSeconds(Math.Floor(lasted * index / count)));
    }

    private static ulong StreamOf(string sid) => ulong.Parse(sid.AsSpan(2, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static Interaction Next(SeededRandom random, Session session, DateTimeOffset moment)
    {
        var isCall = session.Mode == SessionMode.VoiceOnly || (session.Mode == SessionMode.VoiceAndMessage && random.Chance(0.3));
        var from = random.Below(session.Participants.Count);
        var status = random.Pick(isCall ? OutboundCalls : OutboundMessages);
        return new Interaction
        {
            Sid = random.Hex32("KI"),
            IsCall = isCall,
            Data = isCall ? Duration(random, status) : InteractionData.OfMessage(random.Pick(SampleSentences.All)),
            // With nobody to hear from, it was the account that sent something.
            Inbound = session.Participants.Count < 2 ? null
                : Leg(random, session.Participants[from], isCall, isCall ? InboundCall : InboundMessage),
            Outbound = Leg(random, session.Participants[^(from + 1)], isCall, status),
            DateCreated = moment,
        };
    }

    private static InteractionLeg Leg(SeededRandom random, SessionParticipant participant, bool isCall, string status) =>
        new(participant.Sid, random.Hex32(isCall ? "CA" : "SM"), status);

    private static string? Duration(SeededRandom random, string status)
    {
        var seconds = 5 + random.Below(900);
        return status == "completed" ? InteractionData.OfCall(seconds) : null;
    }
}
