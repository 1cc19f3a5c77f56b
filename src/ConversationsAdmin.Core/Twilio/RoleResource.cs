using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Role resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class RoleResource
{
    /// <summary>Where a role applies.</summary>
    public static readonly ImmutableArray<string> Types = ["conversation", "service"];

    /// <summary>The permissions that the provider's documents name.</summary>
    public static readonly ImmutableArray<string> Permissions =
    [
        "addNonChatParticipant", "addParticipant", "createConversation", "deleteAnyMessage", "deleteConversation", "deleteOwnMessage",
        "editAnyMessage", "editAnyMessageAttributes", "editAnyParticipantAttributes", "editAnyUserInfo", "editConversationAttributes",
        "editConversationName", "editNotificationLevel", "editOwnMessage", "editOwnMessageAttributes", "editOwnParticipantAttributes",
        "editOwnUserInfo", "joinConversation", "leaveConversation", "removeParticipant", "sendMediaMessage", "sendMessage",
    ];

    private const string Collection = "/v1/Services/{ChatServiceSid}/Roles";
    private const string Instance = Collection + "/{Sid}";

    private static readonly OperationParameter Sid = new SidParameter("Sid", In.Path, SidKind.Role) { Required = true };

    private static readonly OperationParameter Permission =
        new ListParameter(new ChoiceParameter("Permission", In.Body, Permissions))
        {
            Required = true,
            Description = "What the role permits; on an update this replaces all that it did.",
        };

    /// <summary>Lists the roles of a service.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceRole",
        "retrieve-list-all-user-roles",
        "Lists the roles of a service, with their permissions.",
        Collection,
        Role.TypeName,
        maxPageSize: 50,
        TwilioParameters.Service);

    /// <summary>Creates a role.</summary>
    public static readonly Operation Create = TwilioOperation.Create(
        "CreateServiceRole",
        "create-new-user-role-your",
        "Creates a role, a named set of permissions in conversations or in the service.",
        Collection,
        Role.TypeName,
        BudgetScope.Service,
        TwilioParameters.Service,
        new TextParameter("FriendlyName", In.Body, MaxLength: 64) { Required = true, Description = "The name of the role." },
        new ChoiceParameter("Type", In.Body, Types)
        {
            Required = true,
            Description = "Where the role applies: in a conversation, or in the whole service.",
        },
        Permission);

    /// <summary>Fetches a role.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceRole",
        "fetch-user-role-your-service",
        "Fetches one role of a service, with its permissions.",
        Instance,
        Role.TypeName,
        TwilioParameters.Service,
        Sid);

    /// <summary>Replaces all permissions of a role.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateServiceRole",
        "update-existing-user-role-your",
        "Updates a role; all its permissions are replaced by those given.",
        Instance,
        Role.TypeName,
        BudgetScope.Service,
        TwilioParameters.Service,
        Sid,
        Permission);

    /// <summary>Removes a role.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteServiceRole",
        "remove-user-role-your-service",
        "Deletes a role of a service for good.",
        Instance,
        BudgetScope.Service,
        TwilioParameters.Service,
        Sid);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a role.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static Role Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new Role
        {
            ConnectionName = origin.ConnectionName,
            RoleSid = fields.Identifier("sid"u8),
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            FriendlyName = fields.Text("friendly_name"u8),
            Type = fields.Text("type"u8),
            Permissions = new TextList(fields.Texts("permissions"u8)),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            Url = fields.Address("url"u8),
            AdditionalProperties = fields.Rest(),
        };
    }
}
