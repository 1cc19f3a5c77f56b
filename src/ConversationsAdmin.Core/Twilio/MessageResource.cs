using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Conversation Message resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class MessageResource
{
    /// <summary>The orders in which messages are listed.</summary>
    public static readonly ImmutableArray<string> Orders = ["asc", "desc"];

    private const string Collection = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Messages";
    private const string Instance = Collection + "/{Sid}";

    private static readonly OperationParameter Sid = new SidParameter("Sid", In.Path, SidKind.Message) { Required = true };

    // 32 KB is what a chat takes; SMS and WhatsApp take 1,600 characters, and only the provider knows who takes part.
    private static readonly ImmutableArray<OperationParameter> Fields =
    [
        new TextParameter("Author", In.Body, TwilioParameters.MaxIdentityLength)
        {
            Description = "Who is named as the author, such as an identity or an address; system when not given.",
        },
        new TextParameter("Body", In.Body)
        {
            MaxBytes = 32 * 1024,
            Description = "The text: at most 1,600 characters where SMS or WhatsApp takes part, else 32 KB.",
        },
        TwilioParameters.DateCreated,
        TwilioParameters.DateUpdated,
        TwilioParameters.Attributes(maxKilobytes: 4),
        new TextParameter("Subject", In.Body, MaxLength: 256) { Description = "The subject line of the message." },
    ];

    /// <summary>Lists the messages of a conversation.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceConversationMessage",
        "retrieve-list-all-messages-conversation",
        "Lists the messages of a conversation, the oldest first unless asked otherwise.",
        Collection,
        Message.TypeName,
        maxPageSize: 100,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        new ChoiceParameter("Order", In.Query, Orders) { Description = "asc lists the oldest message first, which is the default; desc the newest." });

    /// <summary>Creates a message.</summary>
    public static readonly Operation Create =
        TwilioOperation.Create(
            "CreateServiceConversationMessage",
            "add-new-message-conversation-specific",
            "Sends a message into a conversation: a text, media or a content template.",
            Collection,
            Message.TypeName,
            BudgetScope.Conversation,
            [
                TwilioParameters.Service, TwilioParameters.Conversation, TwilioParameters.WebhookEnabled,
                .. Fields,
                new SidParameter("MediaSid", In.Body, SidKind.Media) { Description = "Media that was uploaded before, to attach to the message." },
                new SidParameter("ContentSid", In.Body, SidKind.Content)
                {
                    Description = "The content template to send; give neither Body nor MediaSid with it.",
                },
                new JsonTextParameter("ContentVariables", In.Body) { Description = "The values that fill the content template, as the text of JSON." },
            ])
        with
        { Rules = [ContentStandsAlone, VariablesNeedContent] };

    /// <summary>Fetches a message.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceConversationMessage",
        "fetch-message-conversation",
        "Fetches one message of a conversation.",
        Instance,
        Message.TypeName,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        Sid);

    /// <summary>Updates a message. Attributes are replaced whole.</summary>
    public static readonly Operation Update = TwilioOperation.Update(
        "UpdateServiceConversationMessage",
        "update-existing-message-conversation",
        "Updates a message; its old text is lost, and its attributes are replaced whole.",
        Instance,
        Message.TypeName,
        BudgetScope.Conversation,
        [TwilioParameters.Service, TwilioParameters.Conversation, Sid, TwilioParameters.WebhookEnabled, .. Fields]);

    /// <summary>Removes a message.</summary>
    public static readonly Operation Delete = TwilioOperation.Delete(
        "DeleteServiceConversationMessage",
        "remove-message-conversation",
        "Deletes one message of a conversation for good.",
        Instance,
        BudgetScope.Conversation,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        Sid,
        TwilioParameters.WebhookEnabled);

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Create, Fetch, Update, Delete];

    /// <summary>Reads a message.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static Message Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new Message
        {
            ConnectionName = origin.ConnectionName,
            MessageSid = fields.Identifier("sid"u8),
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            ConversationSid = fields.Identifier("conversation_sid"u8),
            Body = fields.Text("body"u8),
            Media = new MediaList(fields.Objects("media"u8, ReadMedia)),
            Author = fields.Text("author"u8),
            ParticipantSid = fields.Text("participant_sid"u8),
            AttributesJson = fields.Text("attributes"u8),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            Index = fields.Integer("index"u8),
            Delivery = ReadDelivery(fields.Object("delivery"u8)),
            ContentSid = fields.Text("content_sid"u8),
            UrlText = fields.Text("url"u8),
            LinksJson = fields.Json("links"u8),
            AdditionalProperties = fields.Rest(),
        };
    }

    private static MessageMedia ReadMedia(ResourceFields fields) => new()
    {
        MediaSid = fields.Text("sid"u8),
        ContentType = fields.Text("content_type"u8),
        Filename = fields.Text("filename"u8),
        Size = fields.Integer("size"u8),
        Category = fields.Text("category"u8),
        AdditionalProperties = fields.RestOrNull(),
    };

    private static MessageDelivery? ReadDelivery(ResourceFields? fields) => fields is null ? null : new MessageDelivery
    {
        Total = fields.Integer("total"u8),
        Sent = fields.Text("sent"u8),
        Delivered = fields.Text("delivered"u8),
        Read = fields.Text("read"u8),
        Failed = fields.Text("failed"u8),
        Undelivered = fields.Text("undelivered"u8),
        AdditionalProperties = fields.RestOrNull(),
    };

    private static RequestArgumentException? ContentStandsAlone(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.ContainsKey("ContentSid") && (values.ContainsKey("Body") || values.ContainsKey("MediaSid"))
            ? RequestArgumentException.About("ContentSid", $"the provider ignores {WireNames.Of("Body")} and {WireNames.Of("MediaSid")} beside a content template. Give one or the other.")
            : null;

    private static RequestArgumentException? VariablesNeedContent(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.ContainsKey("ContentVariables") && !values.ContainsKey("ContentSid")
            ? RequestArgumentException.About("ContentVariables", $"they fill a content template. Give {WireNames.Of("ContentSid")} too.")
            : null;
}
