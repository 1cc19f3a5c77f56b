using System.Collections.ObjectModel;

namespace ConversationsAdmin.Sunshine;

/// <summary>An integration that a switchboard can give a conversation to, such as a bot or the agents' workspace.</summary>
public sealed class SwitchboardIntegration
{
    /// <summary>The switchboard integration's identifier.</summary>
    public string? SwitchboardIntegrationId { get; init; }

    /// <summary>Its name in the protocol of control transfer, such as <c>bot</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The integration that the events go to.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>The type of that integration, such as <c>zd:agentWorkspace</c>.</summary>
    public string? IntegrationType { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}
