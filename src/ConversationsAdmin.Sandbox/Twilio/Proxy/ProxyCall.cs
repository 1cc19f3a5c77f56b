using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>One request to Proxy, with the resources that its path names.</summary>
internal sealed record ProxyCall : TwilioCall
{
    private readonly ProxyService service;

    public ProxyCall(ProxyService service, ConflictRules conflicts, TwilioCall call)
        : base(call) => (this.service, Conflicts) = (service, conflicts);

    public ConflictRules Conflicts { get; }

    public ProxyService Service()
    {
        var sid = PathValues["ServiceSid"];
        return sid == service.Sid ? service : throw TwilioError.NotFound(PathOfService(sid));
    }

    /// <summary>Only what reads a session takes its unique name too; what changes one documents the form of a SID.</summary>
    public Session Session(bool orUniqueName)
    {
        var (named, name) = (Service(), PathValues["Sid"]);
        var session = named.BySid(name) ?? (orUniqueName ? named.ByUniqueName(name) : null);
        if (session is null && orUniqueName && !Sid.IsOfKind(name, "KC"))
            throw new TwilioError(404, ProxyCode.UniqueNameNotFound, $"Service {named.Sid} has no session {name}.");
        if (session is null)
            throw TwilioError.NotFound($"{PathOfService(named.Sid)}/Sessions/{Uri.EscapeDataString(name)}");
        session.Settle(Now);
        return session;
    }

    /// <summary>The session that what is asked for belongs to. No text documents its unique name here.</summary>
    public Session Parent()
    {
        var (named, sid) = (Service(), PathValues["SessionSid"]);
        var session = named.BySid(sid)
            ?? throw TwilioError.NotFound($"{PathOfService(named.Sid)}/Sessions/{Uri.EscapeDataString(sid)}");
        session.Settle(Now);
        return session;
    }

    public SessionParticipant Participant()
    {
        var (session, sid) = (Parent(), PathValues["ParticipantSid"]);
        return session.Participants.FirstOrDefault(participant => participant.Sid == sid)
            ?? throw TwilioError.NotFound($"{PathOf(session)}/Participants/{Uri.EscapeDataString(sid)}");
    }

    public string PathOf(Session session) => $"{PathOfService(service.Sid)}/Sessions/{session.Sid}";

    private static string PathOfService(string sid) => $"/v1/Services/{Uri.EscapeDataString(sid)}";
}
