using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Session resource of Twilio Proxy v1: its operations, and how its answers are read.</summary>
public static class ProxySessionResource
{
    /// <summary>The status that opens a session again.</summary>
    public const string InProgress = "in-progress";

    /// <summary>The status that closes a session, which can be undone only while no other session has its pair of identifiers.</summary>
    public const string Closed = "closed";

    /// <summary>What a session carries.</summary>
    public static readonly ImmutableArray<string> Modes = ["message-only", "voice-only", "voice-and-message"];

    /// <summary>The states that a session can be created in.</summary>
    public static readonly ImmutableArray<string> Statuses = ["open", InProgress, Closed, "failed", "unknown"];

    /// <summary>The states that a session can be updated to.</summary>
    public static readonly ImmutableArray<string> UpdateStatuses = [InProgress, Closed];

    private const string Collection = "/v1/Services/{ServiceSid}/Sessions";
    private const string Instance = Collection + "/{Sid}";
    private const string Status = "Status";
    private const int MaxParticipants = 2;
    private const string ParticipantsName = "Participants";

    private static readonly OperationParameter Service = new SidParameter("ServiceSid", In.Path, SidKind.ProxyService) { Required = true };
    private static readonly OperationParameter Sid = new SidParameter("Sid", In.Path, SidKind.Session) { Required = true };
    private static readonly OperationParameter DateExpiry = new DateParameter("DateExpiry", In.Body)
    {
        Description = "When the session ends, in UTC; it overrides Ttl.",
    };
    private static readonly OperationParameter Ttl = new IntegerParameter("Ttl", In.Body, Minimum: 0)
    {
        Description = "The seconds until the session ends, from its creation or its last interaction.",
    };
    private static readonly OperationParameter FailOnParticipantConflict = new BooleanParameter("FailOnParticipantConflict", In.Body)
    {
        Description = "Experimental: true refuses the same pair of participant and number in two active sessions.",
    };

    // The provider documents a maximum of 1,000 in one place, and in another that it gives at most 100.
    private const int MaxPageSize = 100;

    /// <summary>Lists the sessions of a service.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListSession",
        "retrieve-list-all-proxy-sessions",
        "Lists the sessions of a Proxy service.",
        Collection,
        ProxySession.TypeName,
        itemsKey: "sessions",
        MaxPageSize,
        Service) with
    { Api = Api.TwilioProxy };

    /// <summary>Creates a session.</summary>
    public static readonly Operation Create = TwilioOperation.Create(
        "CreateSession",
        "create-new-proxy-session",
        "Creates a Proxy session, which connects up to two participants by masked numbers.",
        Collection,
        ProxySession.TypeName,
        BudgetScope.None,
        Service,
        new TextParameter("UniqueName", In.Body, MaxLength: 191)
        {
            MinLength = 1,
            Description = "A name that is unique in the service; it must hold no personal data.",
        },
        DateExpiry,
        Ttl,
        new ChoiceParameter("Mode", In.Body, Modes) { Description = "What the session carries; voice-and-message when not given." },
        new ChoiceParameter(Status, In.Body, Statuses)
        {
            Description = "The status to begin with; open when not given.",
        },
        new ListParameter(new JsonObjectParameter(ParticipantsName, In.Body)
        {
            Members =
            [
                new TextParameter("Identifier", In.Body, MaxLength: 191)
                {
                    Required = true,
                    Description = "The participant's own phone number.",
                },
                new TextParameter("FriendlyName", In.Body, MaxLength: 255) { Description = "The name of the participant." },
                new TextParameter("ProxyIdentifier", In.Body) { Description = "The number of the service that the participant sees." },
                new TextParameter("ProxyIdentifierSid", In.Body) { Description = "The SID of the number of the service that the participant sees." },
            ],
        })
        {
            Description = "The participants that the session connects, two at most.",
        },
        FailOnParticipantConflict) with
    { Api = Api.TwilioProxy, Rules = [AtMostTwoParticipants, NoParticipantTwice] };

    /// <summary>Fetches a session, by its SID or its unique name.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchSession",
        "fetch-specific-proxy-session",
        "Fetches one Proxy session by its SID or unique name.",
        Instance,
        ProxySession.TypeName,
        Service,
        new SidParameter("Sid", In.Path, SidKind.Session) { Required = true, Alternate = "unique name" }) with
    { Api = Api.TwilioProxy };

    /// <summary>Updates a session.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateSession",
        "update-specific-proxy-session",
        "Updates a Proxy session's expiry or status: closes it, or opens it again.",
        Instance,
        ProxySession.TypeName,
        BudgetScope.None,
        Service,
        Sid,
        DateExpiry,
        Ttl,
        new ChoiceParameter(Status, In.Body, UpdateStatuses)
        {
            Description = "closed closes the session, in-progress opens it again.",
        },
        FailOnParticipantConflict) with
    { Api = Api.TwilioProxy };

    /// <summary>Removes a session with its participants.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteSession",
        "delete-specific-proxy-session",
        "Deletes a Proxy session for good, with its participants.",
        Instance,
        BudgetScope.None,
        Service,
        Sid) with
    { Api = Api.TwilioProxy };

    /// <summary>A list of what belongs to a session.</summary>
    internal static Operation ListOf(string name, string toolName, string summary, string subpath, string resourceType, string itemsKey, int maxPageSize) => TwilioOperation.List(
        name,
        toolName,
        summary,
        $"{Collection}/{{SessionSid}}{subpath}",
        resourceType,
        itemsKey,
        maxPageSize,
        Service,
        new SidParameter("SessionSid", In.Path, SidKind.Session) { Required = true }) with
    { Api = Api.TwilioProxy };

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a session.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static ProxySession Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new ProxySession
        {
            ConnectionName = origin.ConnectionName,
            ProxyServiceSid = fields.Identifier("service_sid"u8),
            Status = fields.Text("status"u8),
            UniqueName = fields.Text("unique_name"u8),
            DateStarted = fields.Date("date_started"u8),
            DateEnded = fields.Date("date_ended"u8),
            DateLastInteraction = fields.Date("date_last_interaction"u8),
            DateExpiry = fields.Date("date_expiry"u8),
            Ttl = fields.Integer("ttl"u8),
            Mode = fields.Text("mode"u8),
            ClosedReason = fields.Text("closed_reason"u8),
            SessionSid = fields.Identifier("sid"u8),
            DateUpdated = fields.Date("date_updated"u8),
            DateCreated = fields.Date("date_created"u8),
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            Url = fields.Address("url"u8),
            LinksJson = fields.Json("links"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    private static RequestArgumentException? AtMostTwoParticipants(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.TryGetValue(ParticipantsName, out var participants) && participants.Count > MaxParticipants
            ? RequestArgumentException.About(ParticipantsName, $"{participants.Count} are given; a session has at most {MaxParticipants}.")
            : null;

    // The client below sends a field that is repeated with the same value once, and one participant would be lost without a word.
    private static RequestArgumentException? NoParticipantTwice(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.TryGetValue(ParticipantsName, out var participants) && participants.Distinct(StringComparer.Ordinal).Count() < participants.Count
            ? RequestArgumentException.About(ParticipantsName, $"the same participant is given twice. Give each once.")
            : null;
}
