using ConversationsAdmin.Sandbox.Data.Proxy;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>The participants with whom a session is created.</summary>
internal static class SessionParticipants
{
    private const int Most = 2;

    public static List<SessionParticipant> OfNew(ProxyCall call, string mode, bool active)
    {
        var given = SessionFields.ParticipantsOf(call.Form);
        if (given.Count > Most)
            throw new TwilioError(400, ProxyCode.TooManyParticipants, $"A session takes {Most} participants, not {given.Count}.");
        var participants = new List<SessionParticipant>();
        foreach (var one in given)
        {
            var identifier = one.Text(SessionParticipantFields.Identifier)!;
            Identifiers.DemandReachable(identifier, mode);
            if (participants.Exists(other => other.Identifier == identifier))
                throw new TwilioError(400, ProxyCode.ParticipantAlreadyInSession, $"{identifier} is already a participant of this session.");
            call.Conflicts.DemandNobodyInProgress(call, identifier);
            participants.Add(Make(call, one, identifier, active));
        }
        return participants;
    }

    private static SessionParticipant Make(ProxyCall call, FieldValues given, string identifier, bool active)
    {
        var number = ProxyNumbers.Given(given, identifier)
            ?? ProxyNumbers.FirstFree(call.Service(), identifier, call.Now)
            ?? throw new TwilioError(400, ProxyCode.NoCompatibleNumber,
                $"{identifier} already has every number of this service in other active sessions.");
        var participant = new SessionParticipant(
            identifier, number.AddressFor(identifier), given.Text(SessionParticipantFields.FriendlyName))
        {
            Sid = call.Sids.Hex32("KP"),
            DateCreated = call.Now,
        };
        if (active)
            call.Conflicts.DemandFree(call, participant);
        return participant;
    }
}
