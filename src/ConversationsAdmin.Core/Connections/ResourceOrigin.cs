namespace ConversationsAdmin.Core.Connections;

/// <summary>Where a resource was read.</summary>
/// <param name="ConnectionName">The connection that it came through.</param>
/// <param name="AccountSid">The account of that connection, for answers that do not name theirs.</param>
public sealed record ResourceOrigin(string ConnectionName, string AccountSid);
