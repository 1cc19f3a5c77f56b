using System.Text.Json;
using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

internal static class SessionJson
{
    public static void Write(Utf8JsonWriter json, ProxyCall call, Session session)
    {
        var service = call.Service();
        var address = call.AddressOf(call.PathOf(session));
        json.WriteStartObject();
        json.WriteString("service_sid", service.Sid);
        json.WriteString("status", session.Status);
        json.WriteString("unique_name", session.UniqueName);
        json.WriteString("date_started", TwilioDate.Text(session.DateCreated));
        json.WriteString("date_ended", TextOf(session.DateEnded));
        json.WriteString("date_last_interaction", TextOf(session.DateLastInteraction));
        json.WriteString("date_expiry", TextOf(session.DateExpiry));
        json.WriteNumber("ttl", session.Ttl);
        json.WriteString("mode", session.Mode);
        json.WriteString("closed_reason", session.ClosedReason);
        json.WriteString("sid", session.Sid);
        json.WriteString("date_updated", TwilioDate.Text(session.DateUpdated));
        json.WriteString("date_created", TwilioDate.Text(session.DateCreated));
        json.WriteString("account_sid", service.AccountSid);
        json.WriteString("url", address);
        json.WriteStartObject("links");
        json.WriteString("interactions", $"{address}/Interactions");
        json.WriteString("participants", $"{address}/Participants");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string? TextOf(DateTimeOffset? date) => date is { } given ? TwilioDate.Text(given) : null;
}
