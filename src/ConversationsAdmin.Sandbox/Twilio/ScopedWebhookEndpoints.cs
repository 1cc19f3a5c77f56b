using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ScopedWebhookEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Webhooks";
    private const string One = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Webhooks/{Sid}";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(ScopedWebhook.MostPerConversation)) },
        new("POST", List, Create) { Form = ScopedWebhookFields.ForCreate },
        new("GET", One, call => Show(200, call, Find(call))),
        new("POST", One, Update) { Form = ScopedWebhookFields.ForUpdate },
        new("DELETE", One, Delete),
    ];

    private static ScopedWebhook Find(Call call)
    {
        var (conversation, sid) = (call.Conversation(), call.PathValues["Sid"]);
        return conversation.Content.Webhooks.From(0).FirstOrDefault(webhook => webhook.Sid == sid)
            ?? throw Call.NotFoundIn(conversation, "Webhooks", sid);
    }

    private static Answer Read(Call call) => Paging.Page(call, new Listing<ScopedWebhook>(
        "webhooks", call.Conversation().Content.Webhooks, (json, webhook) => ScopedWebhookJson.Write(json, call.Account, webhook))
    {
        DefaultPageSize = ScopedWebhook.MostPerConversation,
    });

    private static Answer Create(Call call)
    {
        var (conversation, form) = (call.Conversation(), call.Form);
        var target = form.Text(ScopedWebhookFields.Target)!;
        ScopedWebhookFields.DemandFitting(form, target, isNew: true);
        ConversationEndpoints.DemandOpen(conversation);
        if (conversation.Content.Webhooks.Count >= ScopedWebhook.MostPerConversation)
            throw new TwilioError(400, TwilioCode.TooManyScopedWebhooks,
                $"Conversation {conversation.Sid} already has {ScopedWebhook.MostPerConversation} webhooks.");
        var webhook = new ScopedWebhook
        {
            Sid = call.Sids.Hex32("WH"),
            Conversation = conversation,
            Target = target,
            DateCreated = call.Now,
            DateUpdated = call.Now,
        };
        ScopedWebhookFields.Apply(form, webhook);
        conversation.Content.Webhooks.Add(webhook);
        return Show(201, call, webhook);
    }

    private static Answer Update(Call call)
    {
        var (webhook, form) = (Find(call), call.Form);
        ScopedWebhookFields.DemandFitting(form, webhook.Target, isNew: false);
        ConversationEndpoints.DemandOpen(webhook.Conversation);
        ScopedWebhookFields.Apply(form, webhook);
        webhook.DateUpdated = call.Now;
        return Show(200, call, webhook);
    }

    private static Answer Delete(Call call)
    {
        var webhook = Find(call);
        webhook.Conversation.Content.Webhooks.Remove(webhook);
        return Answer.NoContent;
    }

    private static Answer Show(int status, Call call, ScopedWebhook webhook) =>
        Answer.Json(status, json => ScopedWebhookJson.Write(json, call.Account, webhook));
}
