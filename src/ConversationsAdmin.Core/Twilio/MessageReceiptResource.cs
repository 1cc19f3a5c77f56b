using System.Collections.Immutable;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Twilio;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>The Message Receipt resource of Twilio Conversations v1: its operations, and how its answers are read.</summary>
public static class MessageReceiptResource
{
    private const string Collection = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Messages/{MessageSid}/Receipts";
    private const string Instance = Collection + "/{Sid}";

    private static readonly OperationParameter MessageSid = new SidParameter("MessageSid", In.Path, SidKind.Message) { Required = true };

    /// <summary>Lists the receipts of a message.</summary>
    public static readonly Operation List = TwilioOperation.List(
        "ListServiceConversationMessageReceipt",
        "retrieve-list-all-delivery-and",
        "Lists the delivery and read receipts of a message.",
        Collection,
        MessageReceipt.TypeName,
        itemsKey: "delivery_receipts",
        maxPageSize: 50,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        MessageSid);

    /// <summary>Fetches a receipt.</summary>
    public static readonly Operation Fetch = TwilioOperation.Fetch(
        "FetchServiceConversationMessageReceipt",
        "fetch-delivery-and-read-receipts",
        "Fetches one delivery or read receipt of a message.",
        Instance,
        MessageReceipt.TypeName,
        TwilioParameters.Service,
        TwilioParameters.Conversation,
        MessageSid,
        new SidParameter("Sid", In.Path, SidKind.Receipt) { Required = true });

    /// <summary>All that can be done with it.</summary>
    public static ImmutableArray<Operation> Operations => [List, Fetch];

    /// <summary>Reads a receipt.</summary>
    /// <param name="json">The provider's answer.</param>
    /// <param name="origin">Where it was read.</param>
    public static MessageReceipt Read(JsonElement json, ResourceOrigin origin)
    {
        var fields = new ResourceFields(json);
        return new MessageReceipt
        {
            ConnectionName = origin.ConnectionName,
            ReceiptSid = fields.Identifier("sid"u8),
            AccountSid = fields.Text("account_sid"u8) ?? origin.AccountSid,
            ServiceSid = fields.Identifier("chat_service_sid"u8),
            ConversationSid = fields.Identifier("conversation_sid"u8),
            MessageSid = fields.Identifier("message_sid"u8),
            ChannelMessageSid = fields.Text("channel_message_sid"u8),
            Status = fields.Text("status"u8),
            ErrorCode = fields.Integer("error_code"u8),
            ParticipantSid = fields.Text("participant_sid"u8),
            DateCreated = fields.Date("date_created"u8),
            DateUpdated = fields.Date("date_updated"u8),
            Url = fields.Address("url"u8),
            AdditionalProperties = fields.Rest(),
        };
    }
}
