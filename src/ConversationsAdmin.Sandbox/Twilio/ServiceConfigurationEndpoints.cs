using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ServiceConfigurationEndpoints
{
    private const string Path = "/v1/Services/{ChatServiceSid}/Configuration";

    private const string CreatorRoleSid = "DefaultConversationCreatorRoleSid";
    private const string ConversationRoleSid = "DefaultConversationRoleSid";
    private const string ServiceRoleSid = "DefaultChatServiceRoleSid";
    private const string ReachabilityEnabled = "ReachabilityEnabled";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", Path, Show),
        new("POST", Path, Update)
        {
            Form = new FieldSet(
                new SidField(CreatorRoleSid, "RL"),
                new SidField(ConversationRoleSid, "RL"),
                new SidField(ServiceRoleSid, "RL"),
                new BooleanField(ReachabilityEnabled)),
        },
    ];

    private static Answer Update(Call call)
    {
        var configuration = call.Service().Configuration;
        // All are looked up before one is changed: a refusal changes nothing.
        var creator = RoleRules.Given(call, CreatorRoleSid, RoleType.Conversation);
        var conversation = RoleRules.Given(call, ConversationRoleSid, RoleType.Conversation);
        var service = RoleRules.Given(call, ServiceRoleSid, RoleType.Service);
        configuration.ConversationCreatorRole = creator ?? configuration.ConversationCreatorRole;
        configuration.ConversationRole = conversation ?? configuration.ConversationRole;
        configuration.ServiceRole = service ?? configuration.ServiceRole;
        configuration.ReachabilityEnabled = call.Form.Flag(ReachabilityEnabled) ?? configuration.ReachabilityEnabled;
        return Show(call);
    }

    private static Answer Show(Call call)
    {
        var service = call.Service();
        var address = ServiceJson.AddressOf(call.Account, service) + "/Configuration";
        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("chat_service_sid", service.Sid);
            json.WriteString("default_conversation_creator_role_sid", service.Configuration.ConversationCreatorRole.Sid);
            json.WriteString("default_conversation_role_sid", service.Configuration.ConversationRole.Sid);
            json.WriteString("default_chat_service_role_sid", service.Configuration.ServiceRole.Sid);
            json.WriteBoolean("reachability_enabled", service.Configuration.ReachabilityEnabled);
            json.WriteString("url", address);
            json.WriteStartObject("links");
            json.WriteString("notifications", $"{address}/Notifications");
            json.WriteString("webhooks", $"{address}/Webhooks");
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }
}
