using ConversationsAdmin.Sandbox.Data.Proxy;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

internal static class SessionEndpoints
{
    private const string List = "/v1/Services/{ServiceSid}/Sessions";
    private const string One = "/v1/Services/{ServiceSid}/Sessions/{Sid}";

    public static readonly ActionBudget<ProxyCall> PerService = new(TwilioCode.TooManyRequests, call => call.Service().Sid);

    public static readonly Endpoint<ProxyCall>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(100)) },
        new("POST", List, Create) { Form = SessionFields.ForCreate, Budget = PerService },
        new("GET", One, call => Show(200, call, call.Session(orUniqueName: true))),
        new("POST", One, SessionUpdate.Act) { Form = SessionFields.ForUpdate, Budget = PerService },
        new("DELETE", One, Delete) { Budget = PerService },
    ];

    private static Answer Read(ProxyCall call) => Paging.Page(call, new Listing<Session>(
        "sessions", call.Service().Sessions, (json, session) =>
        {
            session.Settle(call.Now);
            SessionJson.Write(json, call, session);
        }));

    private static Answer Create(ProxyCall call)
    {
        var (service, form) = (call.Service(), call.Form);
        var uniqueName = UniqueName(call);
        var status = form.Text(SessionFields.Status) ?? SessionStatus.Open;
        var mode = form.Text(SessionFields.Mode) ?? SessionMode.VoiceAndMessage;
        var participants = SessionParticipants.OfNew(call, mode, active: status is SessionStatus.Open or SessionStatus.InProgress);
        var session = new Session
        {
            Sid = call.Sids.Hex32("KC"),
            DateCreated = call.Now,
            DateUpdated = call.Now,
            DateExpiry = form.Date(SessionFields.DateExpiry),
            UniqueName = uniqueName,
            Status = status,
            Ttl = form.WholeNumber(SessionFields.Ttl) ?? 0,
            Mode = mode,
            Participants = participants,
        };
        if (status == SessionStatus.Closed)
            session.Close(call.Now, ClosedReason.Requested);
        service.Add(session);
        call.Conflicts.Enter(session);
        return Show(201, call, session);
    }

    private static Answer Delete(ProxyCall call)
    {
        call.Service().Remove(call.Session(orUniqueName: false));
        return Answer.NoContent;
    }

    public static Answer Show(int status, ProxyCall call, Session session)
    {
        session.Settle(call.Now);
        return Answer.Json(status, json => SessionJson.Write(json, call, session));
    }

    // An empty name would be an address that ends in a slash.
    private static string? UniqueName(ProxyCall call)
    {
        if (call.Form.Text(SessionFields.UniqueName) is not { Length: > 0 } name)
            return null;
        if (call.Service().ByUniqueName(name) is { } holder)
            throw new TwilioError(400, ProxyCode.UniqueNameTaken, $"The unique name {name} already belongs to session {holder.Sid}.");
        return name;
    }
}
