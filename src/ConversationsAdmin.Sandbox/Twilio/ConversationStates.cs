using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ConversationStates
{
    public static readonly string[] Names = ["inactive", "active", "closed", "initializing"];

    public static string NameOf(ConversationState state) => state switch
    {
        ConversationState.Initializing => "initializing",
        ConversationState.Active => "active",
        ConversationState.Inactive => "inactive",
        _ => "closed",
    };

    public static ConversationState Named(string name) => Enum.Parse<ConversationState>(name, ignoreCase: true);
}
