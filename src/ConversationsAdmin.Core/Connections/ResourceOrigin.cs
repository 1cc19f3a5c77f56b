using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Connections;

/// <summary>Where a resource was read.</summary>
/// <param name="ConnectionName">The connection that it came through.</param>
/// <param name="AccountSid">The account of that connection, for answers that do not name theirs; null where the provider has no such thing.</param>
/// <param name="Request">The request that it answers; null outside of one.</param>
public sealed record ResourceOrigin(string ConnectionName, string? AccountSid = null, OperationRequest? Request = null)
{
    /// <summary>An identifier from the path of the request, for answers that do not name what they belong to.</summary>
    /// <param name="identifierName">What it is called, such as <c>AppId</c>.</param>
    /// <exception cref="InvalidOperationException">The request has none.</exception>
    public string Identifier(string identifierName) =>
        Request?.Identifier(identifierName) ?? throw new InvalidOperationException($"The request has no {identifierName} in its path.");
}
