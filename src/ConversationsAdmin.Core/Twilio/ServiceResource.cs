using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Service resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ServiceResource
{
    private const string Collection = "/v1/Services";
    private const string Instance = "/v1/Services/{Sid}";

    private static readonly OperationParameter Sid = new SidParameter("Sid", In.Path, SidKind.Service) { Required = true };

    /// <summary>Lists the services of the account.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListService",
        "retrieve-list-all-conversation-services",
        "Lists the Conversations services of the account.",
        Collection,
        Service.TypeName,
        maxPageSize: 100);

    /// <summary>Creates a service.</summary>
    public static readonly Operation Create = TwilioOperation.Create(
        "CreateService",
        "create-new-conversation-service-your",
        "Creates a Conversations service, which holds conversations, users and roles.",
        Collection,
        Service.TypeName,
        BudgetScope.None,
        TwilioParameters.FriendlyName with { Required = true });

    /// <summary>Fetches a service.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchService",
        "fetch-conversation-service-your-account",
        "Fetches one Conversations service.",
        Instance,
        Service.TypeName,
        Sid);

    /// <summary>Removes a service and everything in it.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteService",
        "remove-conversation-service-all-its",
        "Deletes a service for good, with everything in it: conversations, messages, media, participants, users, roles and bindings.",
        Instance,
        BudgetScope.None,
        Sid);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Delete];

    /// <summary>Reads a service.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static Service Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new Service
        {
            ConnectionName = origin.ConnectionName,
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("sid"u8),
            FriendlyName = fields.Text("friendly_name"u8),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            Url = fields.Address("url"u8),
            LinksJson = fields.Json("links"u8),
            AdditionalProperties = fields.Rest(),
        };
    }
}
