using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class UserJson
{
    public static string AddressOf(Account account, User user) => $"{ServiceJson.AddressOf(account, user.Service)}/Users/{user.Sid}";

    public static void WriteListed(Utf8JsonWriter json, Account account, User user) => Write(json, account, user, null, null);

    /// <summary>Only an answer about one user tells whether it can be reached.</summary>
    public static void WriteSingle(Utf8JsonWriter json, Account account, User user) =>
        Write(json, account, user, Reachability.IsOnline(user), Reachability.IsNotifiable(user));

    private static void Write(Utf8JsonWriter json, Account account, User user, bool? online, bool? notifiable)
    {
        var address = AddressOf(account, user);
        json.WriteStartObject();
        json.WriteString("sid", user.Sid);
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", user.Service.Sid);
        json.WriteString("role_sid", user.Role.Sid);
        json.WriteString("identity", user.Identity);
        json.WriteString("friendly_name", user.FriendlyName);
        json.WriteString("attributes", user.Attributes);
        WriteFlag(json, "is_online", online);
        WriteFlag(json, "is_notifiable", notifiable);
        json.WriteString("date_created", TwilioDate.Text(user.DateCreated));
        json.WriteString("date_updated", TwilioDate.Text(user.DateUpdated));
        json.WriteString("url", address);
        json.WriteStartObject("links");
        json.WriteString("user_conversations", $"{address}/Conversations");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteNull(name);
    }
}
