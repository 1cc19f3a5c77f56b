using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>One request to Conversations, with the resources that its path names.</summary>
internal sealed record Call : TwilioCall
{
    public Call(Account account, TwilioCall call)
        : base(call) => Account = account;

    public Account Account { get; }

    public Service Service()
    {
        var sid = PathValues.TryGetValue("ChatServiceSid", out var nested) ? nested : PathValues["Sid"];
        return Account.ServicesBySid.GetValueOrDefault(sid) ?? throw TwilioError.NotFound(PathOfService(sid));
    }

    /// <summary>A path that ends in the conversation takes its unique name too; one that goes on documents only the SID.</summary>
    public Conversation Conversation()
    {
        var service = Service();
        var nested = PathValues.TryGetValue("ConversationSid", out var sid);
        sid ??= PathValues["Sid"];
        var found = service.BySid.GetValueOrDefault(sid) ?? (nested ? null : service.ByUniqueName.GetValueOrDefault(sid));
        if (found is null)
            throw TwilioError.NotFound(PathOfConversation(service.Sid, sid));
        found.Settle(Now);
        return found;
    }

    public Participant Participant(bool orIdentity)
    {
        var conversation = Conversation();
        var sid = PathValues["Sid"];
        return conversation.Participants.From(0).FirstOrDefault(participant => participant.Sid == sid)
            ?? (orIdentity ? conversation.Participants.From(0).FirstOrDefault(participant => participant.Identity == sid) : null)
            ?? throw NotFoundIn(conversation, "Participants", sid);
    }

    public static TwilioError NotFoundIn(Conversation conversation, string segment, string sid) => TwilioError.NotFound(
        $"{PathOfConversation(conversation.Service.Sid, conversation.Sid)}/{segment}/{Uri.EscapeDataString(sid)}");

    private static string PathOfService(string sid) => $"/v1/Services/{Uri.EscapeDataString(sid)}";

    private static string PathOfConversation(string service, string sid) =>
        $"{PathOfService(service)}/Conversations/{Uri.EscapeDataString(sid)}";
}
