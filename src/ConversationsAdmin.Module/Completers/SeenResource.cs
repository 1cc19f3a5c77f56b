namespace ConversationsAdmin.Module.Completers;

/// <summary>What completion knows of a resource.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="AlternateName">The name that can address it in place of its identifier.</param>
/// <param name="Account">The account, as <see cref="AccountOf"/> calls it.</param>
/// <param name="ContainerName">What it lies in, such as <c>ServiceSid</c>; null when nothing.</param>
/// <param name="ContainerId">The identifier of that.</param>
internal sealed record SeenResource(string Id, string? Name, string? AlternateName, string Account, string? ContainerName, string? ContainerId)
{
    /// <summary>What tells one account from another: its SID, or where the provider has none, the connection.</summary>
    internal static string AccountOf(string? accountSid, string connectionName) => accountSid ?? "connection " + connectionName.ToUpperInvariant();
}
