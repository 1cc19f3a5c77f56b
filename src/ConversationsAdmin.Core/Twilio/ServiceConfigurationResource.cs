using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Service Configuration resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ServiceConfigurationResource
{
    private const string Path = "/v1/Services/{ChatServiceSid}/Configuration";

    /// <summary>Fetches the configuration of a service.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceConfiguration",
        "fetch-configuration-conversation-service",
        "Fetches a service's default roles, and whether reachability is on.",
        Path,
        ServiceConfiguration.TypeName,
        TwilioParameters.Service);

    /// <summary>Updates the configuration of a service.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateServiceConfiguration",
        "update-configuration-settings-conversation-service",
        "Updates a service's default roles, and whether reachability is on.",
        Path,
        ServiceConfiguration.TypeName,
        BudgetScope.None,
        TwilioParameters.Service,
        new SidParameter("DefaultConversationCreatorRoleSid", In.Body, SidKind.Role)
        {
            Description = "The role that the creator of a conversation has in it.",
        },
        new SidParameter("DefaultConversationRoleSid", In.Body, SidKind.Role)
        {
            Description = "The role that a user has in a conversation that they are added to.",
        },
        new SidParameter("DefaultChatServiceRoleSid", In.Body, SidKind.Role) { Description = "The role that a user has in the service." },
        new BooleanParameter("ReachabilityEnabled", In.Body)
        {
            Description = "Whether it is kept which users are online or can be notified; false at first.",
        });

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [Fetch, Update];

    /// <summary>Reads the configuration of a service.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static ServiceConfiguration Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new ServiceConfiguration
        {
            ConnectionName = origin.ConnectionName,
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            DefaultConversationCreatorRoleSid = fields.Text("default_conversation_creator_role_sid"u8),
            DefaultConversationRoleSid = fields.Text("default_conversation_role_sid"u8),
            DefaultChatServiceRoleSid = fields.Text("default_chat_service_role_sid"u8),
            ReachabilityEnabled = fields.Boolean("reachability_enabled"u8),
            Url = fields.Address("url"u8),
            LinksJson = fields.Json("links"u8),
            AdditionalProperties = fields.Rest(),
        };
    }
}
