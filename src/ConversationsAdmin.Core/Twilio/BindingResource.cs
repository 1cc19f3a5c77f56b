using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Binding resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class BindingResource
{
    /// <summary>The documented push technologies.</summary>
    public static readonly ImmutableArray<string> BindingTypes = ["apn", "gcm", "fcm", "twilsock"];

    private const string Collection = "/v1/Services/{ChatServiceSid}/Bindings";
    private const string Instance = Collection + "/{Sid}";

    private static readonly OperationParameter Sid = new SidParameter("Sid", In.Path, SidKind.Binding) { Required = true };

    /// <summary>Lists the push bindings of a service.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceBinding",
        "retrieve-list-all-push-notification",
        "Lists a service's push bindings, which are devices that get notifications, by technology or identity.",
        Collection,
        Binding.TypeName,
        maxPageSize: 100,
        TwilioParameters.Service,
        new ListParameter(new ChoiceParameter("BindingType", In.Query, BindingTypes)) { Description = "Only bindings of these push technologies." },
        new ListParameter(new TextParameter("Identity", In.Query, TwilioParameters.MaxIdentityLength))
        {
            Description = "Only bindings of the users with these identities.",
        });

    /// <summary>Fetches a push binding.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceBinding",
        "fetch-push-notification-binding-conversation",
        "Fetches one push binding, a device's registration for notifications.",
        Instance,
        Binding.TypeName,
        TwilioParameters.Service,
        Sid);

    /// <summary>Removes a push binding: the device receives nothing until the application registers it again.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteServiceBinding",
        "remove-push-notification-binding-conversation",
        "Deletes a push binding for good; the device gets no notifications until its app registers it again.",
        Instance,
        BudgetScope.None,
        TwilioParameters.Service,
        Sid);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Fetch, Delete];

    /// <summary>Reads a push binding.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static Binding Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new Binding
        {
            ConnectionName = origin.ConnectionName,
            BindingSid = fields.Identifier("sid"u8),
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            Endpoint = fields.Text("endpoint"u8),
            Identity = fields.Text("identity"u8),
            BindingType = fields.Text("binding_type"u8),
            CredentialSid = fields.Text("credential_sid"u8),
            MessageTypes = new TextList(fields.Texts("message_types"u8)),
            Url = fields.Address("url"u8),
            AdditionalProperties = fields.Rest(),
        };
    }
}
