using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class RoleTypes
{
    public static readonly string[] Names = ["conversation", "service"];

    public static string NameOf(RoleType type) => type == RoleType.Conversation ? "conversation" : "service";

    public static RoleType Named(string name) => Enum.Parse<RoleType>(name, ignoreCase: true);
}
