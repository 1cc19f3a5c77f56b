using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>What the path of a call names directly below its service.</summary>
internal static class ServiceResources
{
    public static Role Role(this Call call) =>
        call.Service().Roles.Find(call.PathValues["Sid"]) ?? throw TwilioError.NotFound(call.Path);

    public static PushBinding Binding(this Call call) =>
        call.Service().Bindings.Find(call.PathValues["Sid"]) ?? throw TwilioError.NotFound(call.Path);

    public static User User(this Call call) =>
        call.Service().Users.Find(call.PathValues["Sid"]) ?? throw TwilioError.NotFound(call.Path);

    /// <summary>The user whose conversations the path goes on to. Its own code tells its absence from that of a conversation.</summary>
    public static User ParentUser(this Call call)
    {
        var (service, name) = (call.Service(), call.PathValues["UserSid"]);
        return service.Users.Find(name)
            ?? throw new TwilioError(404, TwilioCode.UserNotFound, $"Service {service.Sid} has no user {name}.");
    }

    /// <summary>The participant by which the user of the path takes part in the conversation of the path.</summary>
    public static (User User, Participant Participant) UserConversation(this Call call)
    {
        var user = call.ParentUser();
        var name = call.PathValues["ConversationSid"];
        var conversation = user.Service.BySid.GetValueOrDefault(name) ?? user.Service.ByUniqueName.GetValueOrDefault(name);
        var participant = conversation?.Participants.From(0).FirstOrDefault(candidate => candidate.Identity == user.Identity)
            ?? throw TwilioError.NotFound(call.Path);
        participant.Conversation.Settle(call.Now);
        return (user, participant);
    }
}
