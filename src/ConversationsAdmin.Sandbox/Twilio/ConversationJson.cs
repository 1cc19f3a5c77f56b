using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ConversationJson
{
    private static readonly (string Name, string Segment)[] Links =
    [
        ("participants", "Participants"),
        ("messages", "Messages"),
        ("webhooks", "Webhooks"),
        ("export", "Export"),
    ];

    public static string AddressOf(Account account, Conversation conversation) =>
        $"{ServiceJson.AddressOf(account, conversation.Service)}/Conversations/{conversation.Sid}";

    public static void Write(Utf8JsonWriter json, Account account, Conversation conversation)
    {
        var address = AddressOf(account, conversation);
        json.WriteStartObject();
        json.WriteString("sid", conversation.Sid);
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", conversation.Service.Sid);
        json.WriteString("messaging_service_sid", conversation.MessagingServiceSid ?? account.MessagingServiceSid);
        json.WriteString("friendly_name", conversation.FriendlyName);
        json.WriteString("unique_name", conversation.UniqueName);
        json.WriteString("attributes", conversation.Attributes);
        json.WriteString("date_created", TwilioDate.Text(conversation.DateCreated));
        json.WriteString("date_updated", TwilioDate.Text(conversation.DateUpdated));
        json.WriteString("state", ConversationStates.NameOf(conversation.State));
        WriteTimers(json, "timers", conversation);
        WriteBindings(json, conversation);
        json.WriteString("url", address);
        json.WriteStartObject("links");
        foreach (var (name, segment) in Links)
            json.WriteString(name, $"{address}/{segment}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteTimers(Utf8JsonWriter json, string name, Conversation conversation)
    {
        json.WriteStartObject(name);
        if (conversation.DateInactive is { } inactive)
            json.WriteString("date_inactive", TwilioDate.Text(inactive));
        if (conversation.DateClosed is { } closed)
            json.WriteString("date_closed", TwilioDate.Text(closed));
        json.WriteEndObject();
    }

    private static void WriteBindings(Utf8JsonWriter json, Conversation conversation)
    {
        json.WriteStartObject("bindings");
        if (conversation.EmailAddress is not null || conversation.EmailName is not null)
        {
            json.WriteStartObject("email");
            if (conversation.EmailAddress is { } address)
                json.WriteString("address", address);
            if (conversation.EmailName is { } name)
                json.WriteString("name", name);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
