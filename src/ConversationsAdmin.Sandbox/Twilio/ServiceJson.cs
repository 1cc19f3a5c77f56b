using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ServiceJson
{
    private static readonly (string Name, string Segment)[] Links =
    [
        ("conversations", "Conversations"),
        ("users", "Users"),
        ("roles", "Roles"),
        ("bindings", "Bindings"),
        ("configuration", "Configuration"),
        ("participant_conversations", "ParticipantConversations"),
        ("conversation_with_participants", "ConversationWithParticipants"),
    ];

    public static string AddressOf(Account account, Service service) => account.AddressOf($"/v1/Services/{service.Sid}");

    public static void Write(Utf8JsonWriter json, Account account, Service service)
    {
        var address = AddressOf(account, service);
        json.WriteStartObject();
        json.WriteString("sid", service.Sid);
        json.WriteString("account_sid", account.Sid);
        json.WriteString("friendly_name", service.FriendlyName);
        json.WriteString("date_created", TwilioDate.Text(service.DateCreated));
        json.WriteString("date_updated", TwilioDate.Text(service.DateUpdated));
        json.WriteString("url", address);
        json.WriteStartObject("links");
        foreach (var (name, segment) in Links)
            json.WriteString(name, $"{address}/{segment}");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
