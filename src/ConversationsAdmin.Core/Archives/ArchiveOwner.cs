using ConversationsAdmin.Core.Connections;

namespace ConversationsAdmin.Core.Archives;

/// <summary>Whose conversations an archive holds.</summary>
/// <param name="Identity">What the connection reaches.</param>
/// <param name="Container">The service or the app; null where the account alone says it.</param>
internal sealed record ArchiveOwner(ConnectionIdentity Identity, string? Container)
{
    internal ArchiveLines.Header ToHeader() => new(
        ArchiveLines.HeaderType,
        ArchiveLines.SchemaVersion,
        $"ConversationsAdmin {typeof(ArchiveOwner).Assembly.GetName().Version?.ToString(3)}",
        Identity.Provider.ToString(),
        Identity.Host,
        Identity.Account,
        Container,
        DateTimeOffset.UtcNow);

    internal bool Is(ArchiveLines.Header header) =>
        header.Provider == Identity.Provider.ToString()
        && string.Equals(header.Host, Identity.Host, StringComparison.OrdinalIgnoreCase)
        && header.Account == Identity.Account
        && header.Container == Container;

    /// <summary>Demands that a conversation is of this owner.</summary>
    /// <exception cref="RunFileException"><c>OtherAccount</c>: it is not.</exception>
    internal void Demand(string path, ProviderSession session, ArchiveSource source)
    {
        var owner = new ArchiveOwner(session.IdentityFor(ArchivedResources.ApiOf(source.ResourceType)), ArchivedResources.ContainerOf(source));
        if (owner != this)
        {
            throw new RunFileException("OtherAccount", path, $"{path} is an archive of {this}, and {ArchivedResources.IdOf(source)} is of {owner}. Give it a file of its own.");
        }
    }

    /// <summary>The owner as a sentence names it.</summary>
    public override string ToString() => Container is null ? $"{Identity}" : $"{Identity}, {Container}";
}
