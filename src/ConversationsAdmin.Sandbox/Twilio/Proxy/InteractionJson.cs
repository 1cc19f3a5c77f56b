using System.Text.Json;
using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>Writes an interaction as the provider's examples show it; the addresses of messages and calls are null in all of them.</summary>
internal static class InteractionJson
{
    public static void Write(Utf8JsonWriter json, ProxyCall call, Session session, Interaction interaction) =>
        Write(json, call, session, interaction, null);

    /// <summary>Writes the same interaction as one that the account sent to a participant.</summary>
    public static void WriteSent(Utf8JsonWriter json, ProxyCall call, Session session, Interaction interaction) =>
        Write(json, call, session, interaction, interaction.Outbound.ParticipantSid);

    private static void Write(Utf8JsonWriter json, ProxyCall call, Session session, Interaction interaction, string? participantSid)
    {
        var date = TwilioDate.Text(interaction.DateCreated);
        var list = participantSid is null ? "Interactions" : $"Participants/{participantSid}/MessageInteractions";
        json.WriteStartObject();
        json.WriteString("sid", interaction.Sid);
        json.WriteString("session_sid", session.Sid);
        json.WriteString("service_sid", call.Service().Sid);
        json.WriteString("account_sid", call.Service().AccountSid);
        json.WriteString("data", interaction.Data);
        json.WriteString("type", interaction.IsCall ? "voice" : "message");
        if (participantSid is not null)
            json.WriteString("participant_sid", participantSid);
        WriteLeg(json, "inbound", interaction.Inbound, interaction.IsCall);
        WriteLeg(json, "outbound", interaction.Outbound, interaction.IsCall);
        json.WriteString("date_created", date);
        json.WriteString("date_updated", date);
        json.WriteString("url", call.AddressOf($"{call.PathOf(session)}/{list}/{interaction.Sid}"));
        json.WriteEndObject();
    }

    private static void WriteLeg(Utf8JsonWriter json, string side, InteractionLeg? leg, bool isCall)
    {
        json.WriteString($"{side}_participant_sid", leg?.ParticipantSid);
        json.WriteString($"{side}_resource_sid", leg?.ResourceSid);
        json.WriteString($"{side}_resource_status", leg?.Status);
        json.WriteString($"{side}_resource_type", leg is null ? null : isCall ? "Call" : "Message");
        json.WriteNull($"{side}_resource_url");
    }
}
