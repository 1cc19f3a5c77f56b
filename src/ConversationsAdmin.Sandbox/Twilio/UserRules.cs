using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static partial class UserRules
{
    public static void DemandIdentity(string? identity)
    {
        // A user is found by SID or identity in the same place of a path.
        if (identity is not null && UserSid().IsMatch(identity))
            throw new TwilioError(400, TwilioCode.IdentityLooksLikeSid, $"{identity} has the form of a user's SID, so it cannot be an identity.");
    }

    public static void DemandNew(Service service, string identity)
    {
        if (service.Users.WithIdentity(identity) is { } same)
            throw new TwilioError(409, TwilioCode.UserExists, $"{identity} is already User {same.Sid} of this service.");
    }

    /// <summary>Whoever chats is a user, so an identity that is new to the service becomes one.</summary>
    public static void Admit(Call call, string? identity)
    {
        if (identity is not null && call.Service().Users.WithIdentity(identity) is null)
            Add(call, identity, null);
    }

    public static User Add(Call call, string identity, Role? role)
    {
        var service = call.Service();
        var user = new User
        {
            Sid = call.Sids.Hex32("US"),
            Service = service,
            Identity = identity,
            Role = role ?? service.Configuration.ServiceRole,
            DateCreated = call.Now,
            DateUpdated = call.Now,
        };
        service.Users.Add(user);
        return user;
    }

    [GeneratedRegex(@"^US[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserSid();
}
