using ConversationsAdmin.Sandbox.Data.Proxy;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>Updates a session: one that has ended takes nothing but its re-opening.</summary>
internal static class SessionUpdate
{
    public static Answer Act(ProxyCall call)
    {
        var (session, form) = (call.Session(orUniqueName: false), call.Form);
        var status = form.Text(SessionFields.Status);
        var reopens = session.Status == SessionStatus.Closed;
        if (reopens)
            DemandReopening(call, session, status);
        else
            DemandSupported(session, status);

        session.DateExpiry = form.Date(SessionFields.DateExpiry) ?? session.DateExpiry;
        session.Ttl = form.WholeNumber(SessionFields.Ttl) ?? session.Ttl;
        session.DateUpdated = call.Now;
        if (status == SessionStatus.Closed)
            session.Close(call.Now, ClosedReason.Requested);
        if (reopens)
        {
            session.Reopen();
            call.Service().Pairs.Take(session);
        }
        return SessionEndpoints.Show(200, call, session);
    }

    private static void DemandReopening(ProxyCall call, Session session, string? status)
    {
        if (status != SessionStatus.InProgress)
            throw session.ClosedReason == ClosedReason.Expired ? Expired(session)
                : new TwilioError(400, ProxyCode.SessionClosed, $"Session {session.Sid} is closed and takes no update but to be re-opened.");
        var expiry = session.ExpiryWith(call.Form.Date(SessionFields.DateExpiry), call.Form.WholeNumber(SessionFields.Ttl));
        if (expiry <= call.Now)
            throw Expired(session);
        foreach (var participant in session.Participants)
            call.Conflicts.DemandFree(call, participant);
    }

    private static void DemandSupported(Session session, string? status)
    {
        var isActive = session.Status is SessionStatus.Open or SessionStatus.InProgress;
        var supported = status is null || (status == SessionStatus.Closed && isActive)
            || (status == SessionStatus.InProgress && session.Status == SessionStatus.InProgress);
        if (!supported)
            throw new TwilioError(400, ProxyCode.StatusChangeNotSupported,
                $"Session {session.Sid} is {session.Status}, which cannot become {status}: " +
                "an open one or one in progress can be closed, a closed one can be re-opened.");
    }

    private static TwilioError Expired(Session session) =>
        new(400, ProxyCode.SessionExpired, $"Session {session.Sid} has expired. Re-open it with a DateExpiry to come, or a longer Ttl.");
}
