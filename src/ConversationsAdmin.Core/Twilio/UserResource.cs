using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The User resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class UserResource
{
    private const string Collection = "/v1/Services/{ChatServiceSid}/Users";
    private const string Instance = Collection + "/{Sid}";

    private static readonly OperationParameter Sid =
        new SidParameter("Sid", In.Path, SidKind.User) { Required = true, Alternate = "identity" };

    private static readonly ImmutableArray<OperationParameter> Fields =
    [
        TwilioParameters.FriendlyName,
        TwilioParameters.Attributes(maxKilobytes: 16),
        TwilioParameters.RoleSid,
    ];

    /// <summary>Lists the users of a service.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceUser",
        "retrieve-list-all-conversation-users",
        "Lists the users of a service.",
        Collection,
        User.TypeName,
        maxPageSize: 50,
        TwilioParameters.Service);

    /// <summary>Creates a user.</summary>
    public static readonly Operation Create =
        TwilioOperation.Create(
            "CreateServiceUser",
            "add-new-conversation-user-your",
            "Adds a user to a service, under an identity that stays.",
            Collection,
            User.TypeName,
            BudgetScope.Service,
            [
                TwilioParameters.Service, TwilioParameters.WebhookEnabled,
                new TextParameter("Identity", In.Body, TwilioParameters.MaxIdentityLength)
                {
                    Required = true,
                    Description = "The name by which the application knows the user; case counts, and it can't be changed.",
                },
                .. Fields,
            ])
        with
        { Rules = [IdentityIsNoSid] };

    /// <summary>Fetches a user.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceUser",
        "fetch-conversation-user-your-service",
        "Fetches one user of a service by SID or identity.",
        Instance,
        User.TypeName,
        TwilioParameters.Service,
        Sid);

    /// <summary>Updates a user. Attributes are replaced whole.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateServiceUser",
        "update-existing-conversation-user-your",
        "Updates a user's name or role; attributes are replaced whole.",
        Instance,
        User.TypeName,
        BudgetScope.Service,
        [TwilioParameters.Service, Sid, TwilioParameters.WebhookEnabled, .. Fields]);

    /// <summary>Removes a user.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteServiceUser",
        "remove-conversation-user-your-service",
        "Deletes a user of a service for good; what becomes of their messages is not documented.",
        Instance,
        BudgetScope.Service,
        TwilioParameters.Service,
        Sid,
        TwilioParameters.WebhookEnabled);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a user.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static User Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new User
        {
            ConnectionName = origin.ConnectionName,
            UserSid = fields.Identifier("sid"u8),
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            RoleSid = fields.Text("role_sid"u8),
            Identity = fields.Text("identity"u8),
            FriendlyName = fields.Text("friendly_name"u8),
            AttributesJson = fields.Text("attributes"u8),
            IsOnline = fields.Boolean("is_online"u8),
            IsNotifiable = fields.Boolean("is_notifiable"u8),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            UrlText = fields.Text("url"u8),
            LinksJson = fields.Json("links"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    internal static RequestArgumentException? IdentityIsNoSid(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.TryGetValue("Identity", out var identity) && SidKind.User.Matches(identity[0])
            ? RequestArgumentException.About("Identity", $"'{identity[0]}' looks like a user SID, which an identity must not. Choose another.")
            : null;
}
