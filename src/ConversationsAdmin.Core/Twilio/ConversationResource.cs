using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Conversation resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ConversationResource
{
    /// <summary>The documented states.</summary>
    public static readonly ImmutableArray<string> States = ["active", "inactive", Closed, "initializing"];

    /// <summary>The state that is final.</summary>
    public const string Closed = "closed";

    private const string Collection = "/v1/Services/{ChatServiceSid}/Conversations";
    private const string Instance = Collection + "/{Sid}";

    private static readonly OperationParameter Sid =
        new SidParameter("Sid", In.Path, SidKind.Conversation) { Required = true, Alternate = "unique name" };

    private static readonly ImmutableArray<OperationParameter> Fields =
    [
        TwilioParameters.FriendlyName,
        new TextParameter("UniqueName", In.Body) { Description = "A name that is unique in the service and can stand for the SID." },
        TwilioParameters.Attributes(maxKilobytes: 16),
        new SidParameter("MessagingServiceSid", In.Body, SidKind.MessagingService)
        {
            Description = "The messaging service that the conversation belongs to.",
        },
        TwilioParameters.DateCreated,
        TwilioParameters.DateUpdated,
        new ChoiceParameter("State", In.Body, States)
        {
            Final = Closed,
            Description = "The state, at first active; closed is final: no update and no message after it.",
        },
        new DurationParameter("Timers.Inactive", In.Body, TimeSpan.FromMinutes(1))
        {
            Description = "After how long it becomes inactive: an ISO 8601 duration from PT1M on, or PT0S for never.",
        },
        new DurationParameter("Timers.Closed", In.Body, TimeSpan.FromMinutes(10))
        {
            EndIsFinal = true,
            Description = "After how long it is closed for good: an ISO 8601 duration from PT10M on, or PT0S for never.",
        },
        new TextParameter("Bindings.Email.Address", In.Body) { Description = "The address that emails of the conversation are sent from by default." },
        new TextParameter("Bindings.Email.Name", In.Body) { Description = "The name that emails of the conversation are sent under by default." },
    ];

    /// <summary>Lists the conversations of a service, the newest first when a date is given.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceConversation",
        "retrieve-list-conversations-your-service",
        "Lists the conversations of a service, by state and day of creation.",
        Collection,
        Conversation.TypeName,
        itemsKey: "conversations",
        maxPageSize: 100,
        TwilioParameters.Service,
        new DayParameter("StartDate", In.Query, new TimeOnly(0, 0, 0))
        {
            Description = "The first day of creation to list, in UTC; only whole days count.",
        },
        new DayParameter("EndDate", In.Query, new TimeOnly(23, 59, 59)) { Description = "The last day of creation to list, in UTC, to its end." },
        new ChoiceParameter("State", In.Query, States) { Description = "Only conversations in this state." });

    /// <summary>Creates a conversation.</summary>
    public static readonly Operation Create =
        TwilioOperation.Create(
            "CreateServiceConversation",
            "create-new-conversation-your-service",
            "Creates a conversation in a service; it can't be created closed.",
            Collection,
            Conversation.TypeName,
            BudgetScope.Service,
            [TwilioParameters.Service, TwilioParameters.WebhookEnabled, .. Fields])
        with
        { Rules = [NotCreatedClosed, TimersNeedState] };

    /// <summary>Fetches a conversation.</summary>
    public static readonly Operation Fetch =
        TwilioOperation.Fetch(
            "FetchServiceConversation",
            "fetch-conversation-your-service",
            "Fetches one conversation by its SID or unique name.",
            Instance,
            Conversation.TypeName,
            TwilioParameters.Service,
            Sid);

    /// <summary>Updates a conversation. Attributes are replaced whole.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateServiceConversation",
        "update-existing-conversation-your-service",
        "Updates a conversation; attributes are replaced whole, and the state closed is final.",
        Instance,
        Conversation.TypeName,
        BudgetScope.Conversation,
        [TwilioParameters.Service, Sid, TwilioParameters.WebhookEnabled, .. Fields]);

    /// <summary>Removes a conversation with its messages, media and participants.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteServiceConversation",
        "remove-conversation-your-service",
        "Deletes a conversation for good, with its messages, media and participants.",
        Instance,
        BudgetScope.Service,
        TwilioParameters.Service,
        Sid,
        TwilioParameters.WebhookEnabled);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a conversation.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static Conversation Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new Conversation
        {
            ConnectionName = origin.ConnectionName,
            ConversationSid = fields.Identifier("sid"u8),
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            MessagingServiceSid = fields.Text("messaging_service_sid"u8),
            FriendlyName = fields.Text("friendly_name"u8),
            UniqueName = fields.Text("unique_name"u8),
            AttributesJson = fields.Text("attributes"u8),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            State = fields.Text("state"u8),
            Timers = ReadTimers(fields.Object("timers"u8)),
            BindingsJson = fields.Json("bindings"u8),
            UrlText = fields.Text("url"u8),
            LinksJson = fields.Json("links"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    internal static ConversationTimers? ReadTimers(ResourceFields? fields)
    {
        var timers = fields is null ? null : new ConversationTimers
        {
            DateInactive = fields.Date("date_inactive"u8),
            DateClosed = fields.Date("date_closed"u8),
        };
        return timers is { DateInactive: null, DateClosed: null } ? null : timers;
    }

    private static RequestArgumentException? NotCreatedClosed(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.TryGetValue("State", out var state) && state is [Closed]
            ? RequestArgumentException.About("State", $"a conversation can't be created closed. Create it active or inactive, and close it afterwards.")
            : null;

    private static RequestArgumentException? TimersNeedState(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        !values.ContainsKey("State") && (values.ContainsKey("Timers.Inactive") || values.ContainsKey("Timers.Closed"))
            ? RequestArgumentException.About("State", $"the provider takes timers on a new conversation only together with a state. Give {WireNames.Of("State")} active or inactive too.")
            : null;
}
