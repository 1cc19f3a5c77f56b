using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class MessageEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Messages";
    private const string One = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Messages/{Sid}";
    private const string Order = "Order";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet([new ChoiceField(Order, "asc", "desc"), .. Paging.FieldsUpTo(100)]) },
        new("POST", List, Create) { Form = MessageFields.ForCreate, TakesWebhookHeader = true, Budget = WriteBudget.PerConversation },
        new("GET", One, call => Show(200, call, Find(call, "Sid"))),
        new("POST", One, Update) { Form = MessageFields.ForUpdate, TakesWebhookHeader = true, Budget = WriteBudget.PerConversation },
        new("DELETE", One, Delete) { TakesWebhookHeader = true, Budget = WriteBudget.PerConversation },
    ];

    /// <summary>The message that this segment of the path names.</summary>
    public static Message Find(Call call, string segment)
    {
        var (conversation, sid) = (call.Conversation(), call.PathValues[segment]);
        return conversation.Messages.Find(sid) ?? throw Call.NotFoundIn(conversation, "Messages", sid);
    }

    private static Answer Read(Call call)
    {
        var messages = call.Conversation().Messages.Items;
        IOrdered<Message> ordered = call.Query.Text(Order) == "desc" ? new ReversedItems<Message>(messages) : messages;
        return Paging.Page(call, new Listing<Message>(
            "messages", ordered, (json, message) => MessageJson.Write(json, call.Account, message)));
    }

    private static Answer Create(Call call)
    {
        var (conversation, form) = (call.Conversation(), call.Form);
        if (form.Has(MessageFields.ContentVariables) && !form.Has(MessageFields.ContentSid))
            throw new TwilioError(400, TwilioCode.ContentVariablesWithoutContent,
                $"{MessageFields.ContentVariables} needs {MessageFields.ContentSid}.");
        ConversationEndpoints.DemandOpen(conversation);
        DemandAcceptable(conversation, form);
        var contentSid = form.Text(MessageFields.ContentSid);
        var message = new Message
        {
            Sid = call.Sids.Hex32("IM"),
            Conversation = conversation,
            Index = conversation.Messages.NextIndex,
            MediaSid = contentSid is null ? form.Text(MessageFields.MediaSid) : null,
            ContentSid = contentSid,
            DateCreated = MessageFields.DateCreatedOf(form) ?? call.Now,
            DateUpdated = MessageFields.DateUpdatedOf(form),
        };
        MessageFields.Apply(form, message);
        conversation.Messages.Add(message);
        Send(call, message);
        conversation.Wake(call.Now);
        return Show(201, call, message);
    }

    private static Answer Update(Call call)
    {
        var (message, form) = (Find(call, "Sid"), call.Form);
        ConversationEndpoints.DemandOpen(message.Conversation);
        DemandAcceptable(message.Conversation, form);
        MessageFields.Apply(form, message);
        message.DateCreated = MessageFields.DateCreatedOf(form) ?? message.DateCreated;
        message.DateUpdated = MessageFields.DateUpdatedOf(form) ?? call.Now;
        return Show(200, call, message);
    }

    private static Answer Delete(Call call)
    {
        var message = Find(call, "Sid");
        message.Conversation.Messages.Remove(message);
        return Answer.NoContent;
    }

    private static void DemandAcceptable(Conversation conversation, FieldValues form)
    {
        MessageFields.DemandShortBody(form, conversation);
        if (form.Text(MessageFields.Author) is { } author
            && GroupAddresses.Of(conversation.Participants.From(0)) is not null
            && !conversation.Participants.From(0).Any(participant => participant.IsNamed(author)))
            throw new TwilioError(400, TwilioCode.AuthorOutsideGroup,
                $"{author} takes no part in the group of Conversation {conversation.Sid}.");
    }

    private static void Send(Call call, Message message)
    {
        foreach (var recipient in message.Recipients())
        {
            message.Receipts.Add(new DeliveryReceipt
            {
                Sid = call.Sids.Hex32("DY"),
                ParticipantSid = recipient.Sid,
                ChannelMessageSid = call.Sids.Hex32(DeliveryReceipt.ChannelMessagePrefix(recipient)),
                DateCreated = call.Now,
            });
        }
    }

    private static Answer Show(int status, Call call, Message message) =>
        Answer.Json(status, json => MessageJson.Write(json, call.Account, message));
}
