namespace ConversationsAdmin.Sandbox.Data;

/// <summary>Who may have control over a conversation of Sunshine: a bot, or the agents' workspace.</summary>
internal sealed record SwitchboardIntegration(string Id, string Name, string IntegrationId, string IntegrationType);
