using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>The roles that a sample service has besides those it was born with.</summary>
internal sealed record SampleRoles(Role Agent, Role Customer, Role Supervisor)
{
    public static SampleRoles AddTo(Service service, SeededRandom random)
    {
        var agent = Make(service, random, RoleType.Conversation, "agent",
        [
            "deleteOwnMessage", "editConversationAttributes", "editOwnMessage", "editOwnMessageAttributes", "leaveConversation",
            "sendMediaMessage", "sendMessage",
        ]);
        var customer = Make(service, random, RoleType.Conversation, "customer", ["sendMediaMessage", "sendMessage"]);
        var supervisor = Make(service, random, RoleType.Service, "supervisor",
            ["addParticipant", "editOwnUserInfo", "joinConversation", "removeParticipant"]);
        return new SampleRoles(agent, customer, supervisor);
    }

    private static Role Make(Service service, SeededRandom random, RoleType type, string name, string[] permissions)
    {
        var role = new Role
        {
            Sid = random.Hex32("RL"),
            FriendlyName = name,
            Type = type,
            Permissions = permissions,
            DateCreated = service.DateCreated.AddDays(1),
            DateUpdated = service.DateCreated.AddDays(1),
        };
        service.Roles.Add(role);
        return role;
    }
}
