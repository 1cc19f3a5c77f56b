using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Data.Proxy;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>Who takes part in a session. They come and go with it: of their own operations only the list is here.</summary>
internal static class SessionParticipantEndpoints
{
    private const string List = "/v1/Services/{ServiceSid}/Sessions/{SessionSid}/Participants";

    public static readonly Endpoint<ProxyCall>[] All = [new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(1000)) }];

    private static Answer Read(ProxyCall call)
    {
        var session = call.Parent();
        var participants = new OrderedItems<SessionParticipant>(SortKey.NewestFirst);
        participants.Fill(session.Participants);
        return Paging.Page(call, new Listing<SessionParticipant>(
            "participants", participants, (json, participant) => Write(json, call, session, participant)));
    }

    private static void Write(Utf8JsonWriter json, ProxyCall call, Session session, SessionParticipant participant)
    {
        var address = call.AddressOf($"{call.PathOf(session)}/Participants/{participant.Sid}");
        var created = TwilioDate.Text(participant.DateCreated);
        json.WriteStartObject();
        json.WriteString("sid", participant.Sid);
        json.WriteString("session_sid", session.Sid);
        json.WriteString("service_sid", call.Service().Sid);
        json.WriteString("account_sid", call.Service().AccountSid);
        json.WriteString("friendly_name", participant.FriendlyName);
        json.WriteString("identifier", participant.Identifier);
        json.WriteString("proxy_identifier", participant.ProxyIdentifier);
        json.WriteString("proxy_identifier_sid", ProxyNumber.SidOf(participant.ProxyIdentifier));
        json.WriteNull("date_deleted");
        json.WriteString("date_created", created);
        json.WriteString("date_updated", created);
        json.WriteString("url", address);
        json.WriteStartObject("links");
        json.WriteString("message_interactions", $"{address}/MessageInteractions");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
