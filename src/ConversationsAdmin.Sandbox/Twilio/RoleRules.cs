using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class RoleRules
{
    /// <summary>The role that a field of the form names, or null when it names none.</summary>
    public static Role? Given(Call call, string field, RoleType type)
    {
        if (call.Form.Text(field) is not { } sid)
            return null;
        var service = call.Service();
        var role = service.Roles.Find(sid)
            ?? throw new TwilioError(400, TwilioCode.RoleNotFound, $"{field}: Service {service.Sid} has no role {sid}.");
        if (role.Type != type)
            throw TwilioError.BadParameter($"{field} takes a role of the type {RoleTypes.NameOf(type)}; {sid} has another.");
        return role;
    }

    /// <summary>A service that lost a default role could not take in anybody.</summary>
    public static void DemandNoDefault(Service service, Role role)
    {
        if (service.Configuration.IsDefault(role))
            throw TwilioError.BadParameter($"Role {role.Sid} is a default role of Service {service.Sid}.");
    }
}
