using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class MessageReceiptEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Messages/{MessageSid}/Receipts";
    private const string One = List + "/{Sid}";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(50)) },
        new("GET", One, Fetch),
    ];

    private static Answer Read(Call call)
    {
        var message = MessageEndpoints.Find(call, "MessageSid");
        return Paging.Page(call, new Listing<DeliveryReceipt>(
            "delivery_receipts", message.Receipts, (json, receipt) => Write(json, call.Account, message, receipt)));
    }

    private static Answer Fetch(Call call)
    {
        var (message, sid) = (MessageEndpoints.Find(call, "MessageSid"), call.PathValues["Sid"]);
        var receipt = message.Receipts.From(0).FirstOrDefault(candidate => candidate.Sid == sid)
            ?? throw Call.NotFoundIn(message.Conversation, $"Messages/{message.Sid}/Receipts", sid);
        return Answer.Json(200, json => Write(json, call.Account, message, receipt));
    }

    private static void Write(Utf8JsonWriter json, Account account, Message message, DeliveryReceipt receipt)
    {
        json.WriteStartObject();
        json.WriteString("sid", receipt.Sid);
        json.WriteString("account_sid", account.Sid);
        json.WriteString("chat_service_sid", message.Conversation.Service.Sid);
        json.WriteString("conversation_sid", message.Conversation.Sid);
        json.WriteString("message_sid", message.Sid);
        json.WriteString("channel_message_sid", receipt.ChannelMessageSid);
        json.WriteString("status", NameOf(receipt.Status));
        json.WriteNumber("error_code", receipt.ErrorCode);
        json.WriteString("participant_sid", receipt.ParticipantSid);
        json.WriteString("date_created", TwilioDate.Text(receipt.DateCreated));
        json.WriteString("date_updated", receipt.DateUpdated is { } updated ? TwilioDate.Text(updated) : null);
        json.WriteString("url", $"{MessageJson.AddressOf(account, message)}/Receipts/{receipt.Sid}");
        json.WriteEndObject();
    }

    private static string NameOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Sent => "sent",
        DeliveryStatus.Delivered => "delivered",
        DeliveryStatus.Read => "read",
        DeliveryStatus.Failed => "failed",
        _ => "undelivered",
    };
}
