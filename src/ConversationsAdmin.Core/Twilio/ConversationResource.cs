using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Twilio;
using static ConversationsAdmin.Core.Twilio.ResourceJson;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Conversation resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class ConversationResource
{
    /// <summary>The documented states.</summary>
    public static readonly ImmutableArray<string> States = ["active", "inactive", "closed", "initializing"];

    /// <summary>The state that is final.</summary>
    public const string Closed = "closed";

    private const string Collection = "/v1/Services/{ChatServiceSid}/Conversations";
    private const string Instance = "/v1/Services/{ChatServiceSid}/Conversations/{Sid}";

    private static readonly OperationParameter Sid =
        new SidParameter("Sid", In.Path, SidKind.Conversation) { Required = true, Alternate = "unique name" };

    private static readonly ImmutableArray<OperationParameter> Fields =
    [
        new TextParameter("FriendlyName", In.Body, MaxLength: 256),
        new TextParameter("UniqueName", In.Body),
        new JsonTextParameter("Attributes", In.Body, MaxBytes: 16 * 1024),
        new SidParameter("MessagingServiceSid", In.Body, SidKind.MessagingService),
        TwilioParameters.DateCreated,
        TwilioParameters.DateUpdated,
        new ChoiceParameter("State", In.Body, States),
        new DurationParameter("Timers.Inactive", In.Body, TimeSpan.FromMinutes(1)),
        new DurationParameter("Timers.Closed", In.Body, TimeSpan.FromMinutes(10)),
        new TextParameter("Bindings.Email.Address", In.Body),
        new TextParameter("Bindings.Email.Name", In.Body),
    ];

    /// <summary>Lists the conversations of a service, the newest first when a date is given.</summary>
    public static readonly Operation List = new()
    {
        Name = "ListServiceConversation",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = Collection,
        Parameters =
        [
            TwilioParameters.Service,
            new DayParameter("StartDate", In.Query, new TimeOnly(0, 0, 0)),
            new DayParameter("EndDate", In.Query, new TimeOnly(23, 59, 59)),
            new ChoiceParameter("State", In.Query, States),
            TwilioParameters.PageSize,
            TwilioParameters.Page,
            TwilioParameters.PageToken,
        ],
        ResourceType = Conversation.Type,
        MaxPageSize = TwilioParameters.MaxPageSize,
    };

    /// <summary>Creates a conversation.</summary>
    public static readonly Operation Create = new()
    {
        Name = "CreateServiceConversation",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Post,
        Path = Collection,
        Parameters = [TwilioParameters.Service, TwilioParameters.WebhookEnabled, .. Fields],
        Body = BodyEncoding.Form,
        ResourceType = Conversation.Type,
        BudgetScope = BudgetScope.Service,
        Rules = [NotCreatedClosed, TimersNeedState],
    };

    /// <summary>Fetches a conversation.</summary>
    public static readonly Operation Fetch = new()
    {
        Name = "FetchServiceConversation",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Get,
        Path = Instance,
        Parameters = [TwilioParameters.Service, Sid],
        ResourceType = Conversation.Type,
    };

    /// <summary>Updates a conversation. Attributes are replaced whole.</summary>
    public static readonly Operation Update = new()
    {
        Name = "UpdateServiceConversation",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Post,
        Path = Instance,
        Parameters = [TwilioParameters.Service, Sid, TwilioParameters.WebhookEnabled, .. Fields],
        Body = BodyEncoding.Form,
        ResourceType = Conversation.Type,
        BudgetScope = BudgetScope.Conversation,
    };

    /// <summary>Removes a conversation with its messages, media and participants.</summary>
    public static readonly Operation Delete = new()
    {
        Name = "DeleteServiceConversation",
        Api = Api.TwilioConversations,
        Method = HttpMethod.Delete,
        Path = Instance,
        Parameters = [TwilioParameters.Service, Sid, TwilioParameters.WebhookEnabled],
        BudgetScope = BudgetScope.Service,
    };

    /// <summary>Reads a conversation.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="connectionName">The connection that it came through.</param>
    public static Conversation Read(JsonElement json, string connectionName)
    {
        string? sid = null, service = null, account = null, messaging = null, friendly = null, unique = null;
        string? state = null, attributes = null, bindings = null, links = null;
        DateTimeOffset? created = null, updated = null;
        ConversationTimers? timers = null;
        Uri? url = null;
        Dictionary<string, object?>? unknown = null;
        foreach (var field in json.EnumerateObject())
        {
            if (field.NameEquals("sid"u8)) { sid = Text(field.Value); }
            else if (field.NameEquals("chat_service_sid"u8)) { service = Text(field.Value); }
            else if (field.NameEquals("account_sid"u8)) { account = Text(field.Value); }
            else if (field.NameEquals("messaging_service_sid"u8)) { messaging = Text(field.Value); }
            else if (field.NameEquals("friendly_name"u8)) { friendly = Text(field.Value); }
            else if (field.NameEquals("unique_name"u8)) { unique = Text(field.Value); }
            else if (field.NameEquals("state"u8)) { state = Text(field.Value); }
            else if (field.NameEquals("attributes"u8)) { attributes = Text(field.Value); }
            else if (field.NameEquals("date_created"u8)) { created = Date(field.Value); }
            else if (field.NameEquals("date_updated"u8)) { updated = Date(field.Value); }
            else if (field.NameEquals("timers"u8)) { timers = ReadTimers(field.Value); }
            else if (field.NameEquals("bindings"u8)) { bindings = Json(field.Value); }
            else if (field.NameEquals("url"u8)) { url = Address(field.Value); }
            else if (field.NameEquals("links"u8)) { links = Json(field.Value); }
            else { KeepUnknown(ref unknown, field); }
        }

        return new Conversation
        {
            ConnectionName = connectionName,
            ConversationSid = Identifier(sid, "sid"),
            ServiceSid = Identifier(service, "chat_service_sid"),
            AccountSid = account,
            MessagingServiceSid = messaging,
            FriendlyName = friendly,
            UniqueName = unique,
            State = state,
            AttributesJson = attributes,
            DateCreated = created,
            DateUpdated = updated,
            Timers = timers,
            BindingsJson = bindings,
            Url = url,
            LinksJson = links,
            AdditionalProperties = Unknown(unknown),
        };
    }

    private static ConversationTimers? ReadTimers(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var timers = new ConversationTimers
        {
            DateInactive = json.TryGetProperty("date_inactive", out var inactive) ? Date(inactive) : null,
            DateClosed = json.TryGetProperty("date_closed", out var closed) ? Date(closed) : null,
        };
        return timers.DateInactive is null && timers.DateClosed is null ? null : timers;
    }

    private static RequestArgumentException? NotCreatedClosed(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue("State", out var state) && state == Closed
            ? new("State", "State: a conversation can't be created closed. Create it active or inactive, and close it afterwards.")
            : null;

    private static RequestArgumentException? TimersNeedState(IReadOnlyDictionary<string, string> values) =>
        !values.ContainsKey("State") && (values.ContainsKey("Timers.Inactive") || values.ContainsKey("Timers.Closed"))
            ? new("State", "State: the provider takes timers on a new conversation only together with a state. Give -State active or inactive too.")
            : null;
}
