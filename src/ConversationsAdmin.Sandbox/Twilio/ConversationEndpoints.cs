using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ConversationEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Conversations";
    private const string One = "/v1/Services/{ChatServiceSid}/Conversations/{Sid}";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, ConversationListing.Read) { Query = ConversationListing.Query },
        new("POST", List, Create) { Form = ConversationFields.Set, TakesWebhookHeader = true, Budget = WriteBudget.PerService },
        new("GET", One, call => Show(200, call, call.Conversation())),
        new("POST", One, Update) { Form = ConversationFields.Set, TakesWebhookHeader = true, Budget = WriteBudget.PerConversation },
        new("DELETE", One, Delete) { TakesWebhookHeader = true, Budget = WriteBudget.PerService },
    ];

    private static Answer Create(Call call)
    {
        var (service, form) = (call.Service(), call.Form);
        if (form.Text(ConversationFields.State) == "closed")
            throw new TwilioError(400, TwilioCode.CreatedAsClosed, "A conversation cannot begin as closed.");
        if (!form.Has(ConversationFields.State) && (form.Has(ConversationFields.InactiveTimer) || form.Has(ConversationFields.ClosedTimer)))
            throw new TwilioError(400, TwilioCode.TimersWithoutState, "Timers of a new conversation need its State too.");
        var uniqueName = UniqueName(call);
        DemandFree(uniqueName, service, null);
        var conversation = new Conversation
        {
            Sid = call.Sids.Hex32("CH"),
            Service = service,
            UniqueName = uniqueName,
            DateCreated = ConversationFields.DateCreatedOf(form) ?? call.Now,
            DateUpdated = call.Now,
        };
        ConversationFields.Apply(form, conversation, call.Now);
        Account.Add(conversation);
        return Show(201, call, conversation);
    }

    private static Answer Update(Call call)
    {
        var (conversation, form) = (call.Conversation(), call.Form);
        DemandOpen(conversation);
        var uniqueName = form.Has(ConversationFields.UniqueName) ? UniqueName(call) : conversation.UniqueName;
        DemandFree(uniqueName, conversation.Service, conversation);
        Rename(conversation, uniqueName);
        if (ConversationFields.DateCreatedOf(form) is { } created)
            Redate(conversation, created);
        ConversationFields.Apply(form, conversation, call.Now);
        return Show(200, call, conversation);
    }

    private static Answer Delete(Call call)
    {
        call.Account.Remove(call.Conversation());
        return Answer.NoContent;
    }

    /// <summary>Refuses to change what is final or not ready yet.</summary>
    public static void DemandOpen(Conversation conversation)
    {
        if (conversation.State == ConversationState.Closed)
            throw new TwilioError(400, TwilioCode.ConversationIsClosed, $"Conversation {conversation.Sid} is closed, which is final.");
        if (conversation.State == ConversationState.Initializing)
            throw new TwilioError(400, TwilioCode.ConversationIsInitializing, $"Conversation {conversation.Sid} is still initializing.");
    }

    // An empty name would be an address that ends in a slash.
    private static string? UniqueName(Call call) => call.Form.Text(ConversationFields.UniqueName) is { Length: > 0 } name ? name : null;

    private static void DemandFree(string? uniqueName, Service service, Conversation? owner)
    {
        if (uniqueName is not null && service.ByUniqueName.TryGetValue(uniqueName, out var holder) && holder != owner)
            throw new TwilioError(409, TwilioCode.UniqueNameTaken,
                $"The unique name {uniqueName} already belongs to Conversation {holder.Sid}.");
    }

    private static void Rename(Conversation conversation, string? uniqueName)
    {
        if (conversation.UniqueName is { } old)
            conversation.Service.ByUniqueName.Remove(old);
        if (uniqueName is not null)
            conversation.Service.ByUniqueName.Add(uniqueName, conversation);
        conversation.UniqueName = uniqueName;
    }

    private static void Redate(Conversation conversation, DateTimeOffset created)
    {
        conversation.Service.Conversations.Remove(conversation);
        conversation.DateCreated = created;
        conversation.Service.Conversations.Add(conversation);
    }

    private static Answer Show(int status, Call call, Conversation conversation)
    {
        conversation.Settle(call.Now);
        return Answer.Json(status, json => ConversationJson.Write(json, call.Account, conversation));
    }
}
