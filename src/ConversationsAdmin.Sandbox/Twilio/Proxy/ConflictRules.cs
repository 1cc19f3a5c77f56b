using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>
/// Keeps one pair of identifier and proxy identifier from being active twice. An account with the flag for it is only refused
/// where a request asks for that.
/// </summary>
internal sealed class ConflictRules(bool allowedByAccount, IdentifiersInProgress inProgress)
{
    public void DemandNobodyInProgress(ProxyCall call, string identifier)
    {
        if (Refuses(call) && inProgress.Contains(identifier))
            throw new TwilioError(409, ProxyCode.DuplicateParticipantRequest,
                $"Another request that creates a participant for {identifier} is still in progress.");
    }

    public void DemandFree(ProxyCall call, SessionParticipant participant)
    {
        var (identifier, proxyIdentifier) = (participant.Identifier, participant.ProxyIdentifier);
        if (Refuses(call) && call.Service().Pairs.HolderOf(identifier, proxyIdentifier, call.Now) is { } holder)
            throw new TwilioError(400, ProxyCode.ProxyIdentifierInUse,
                $"{identifier} already has the proxy identifier {proxyIdentifier} in session {holder.Sid}.");
    }

    public void Enter(Session session)
    {
        foreach (var participant in session.Participants)
            inProgress.Enter(participant.Identifier);
    }

    private bool Refuses(ProxyCall call) => !allowedByAccount || call.Form.Flag(SessionFields.FailOnParticipantConflict) == true;
}
