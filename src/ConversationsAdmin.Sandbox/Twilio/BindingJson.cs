using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class BindingJson
{
    private static readonly string[] MessageTypes = ["removed_from_conversation", "new_message", "added_to_conversation"];

    public static void Write(Utf8JsonWriter json, Account account, Service service, PushBinding binding)
    {
        json.WriteStartObject();
        json.WriteString("sid", binding.Sid);
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", service.Sid);
        json.WriteString("credential_sid", binding.CredentialSid);
        json.WriteString("date_created", TwilioDate.Text(binding.DateCreated));
        json.WriteString("date_updated", TwilioDate.Text(binding.DateCreated));
        json.WriteString("endpoint", binding.Endpoint);
        json.WriteString("identity", binding.Identity);
        json.WriteString("binding_type", binding.Type);
        json.WriteStartArray("message_types");
        foreach (var type in MessageTypes)
            json.WriteStringValue(type);
        json.WriteEndArray();
        json.WriteString("url", $"{ServiceJson.AddressOf(account, service)}/Bindings/{binding.Sid}");
        json.WriteEndObject();
    }
}
