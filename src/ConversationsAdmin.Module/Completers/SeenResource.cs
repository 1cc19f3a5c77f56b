namespace ConversationsAdmin.Module.Completers;

/// <summary>What completion knows of a resource.</summary>
/// <param name="Sid">Its identifier.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="AlternateName">The name that can address it in place of its identifier.</param>
/// <param name="AccountSid">The account.</param>
/// <param name="ServiceSid">The service that it belongs to, or that it is.</param>
internal sealed record SeenResource(string Sid, string? Name, string? AlternateName, string? AccountSid, string ServiceSid);
