using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class RoleJson
{
    public static void Write(Utf8JsonWriter json, Account account, Service service, Role role)
    {
        json.WriteStartObject();
        json.WriteString("sid", role.Sid);
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", service.Sid);
        json.WriteString("friendly_name", role.FriendlyName);
        json.WriteString("type", RoleTypes.NameOf(role.Type));
        json.WriteStartArray("permissions");
        foreach (var permission in role.Permissions)
            json.WriteStringValue(permission);
        json.WriteEndArray();
        json.WriteString("date_created", TwilioDate.Text(role.DateCreated));
        json.WriteString("date_updated", TwilioDate.Text(role.DateUpdated));
        json.WriteString("url", $"{ServiceJson.AddressOf(account, service)}/Roles/{role.Sid}");
        json.WriteEndObject();
    }
}
