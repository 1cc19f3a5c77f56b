using ConversationsAdmin.Sandbox.Data.Proxy;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>Finds the number of the pool that stands for a participant.</summary>
internal static class ProxyNumbers
{
    /// <summary>The number that the participant's object names, by itself or by its SID; null when it names none.</summary>
    public static ProxyNumber? Given(FieldValues participant, string identifier)
    {
        var address = participant.Text(SessionParticipantFields.ProxyIdentifier);
        var sid = participant.Text(SessionParticipantFields.ProxyIdentifierSid);
        if (address is null && sid is null)
            return null;
        return Array.Find(ProxyNumber.Pool, number =>
                (address is null || number.AddressFor(identifier) == address) && (sid is null || number.Sid == sid))
            ?? throw new TwilioError(400, ProxyCode.ProxyIdentifierNotInService,
                $"{string.Join(" with ", new[] { address, sid }.OfType<string>())} is no number of this service for {identifier}.");
    }

    /// <summary>The first number that the participant does not have in another active session.</summary>
    public static ProxyNumber? FirstFree(ProxyService service, string identifier, DateTimeOffset now) =>
        Array.Find(ProxyNumber.Pool, number => service.Pairs.HolderOf(identifier, number.AddressFor(identifier), now) is null);
}
