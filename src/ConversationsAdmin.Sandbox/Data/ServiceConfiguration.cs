namespace ConversationsAdmin.Sandbox.Data;

internal sealed class ServiceConfiguration
{
    /// <summary>For whoever creates a conversation.</summary>
    public required Role ConversationCreatorRole { get; set; }

    /// <summary>For whoever is added to a conversation.</summary>
    public required Role ConversationRole { get; set; }

    /// <summary>For whoever becomes a user.</summary>
    public required Role ServiceRole { get; set; }

    public bool ReachabilityEnabled { get; set; }

    public bool IsDefault(Role role) => role == ConversationCreatorRole || role == ConversationRole || role == ServiceRole;
}
