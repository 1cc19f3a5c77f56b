using System.Collections.ObjectModel;

namespace ConversationsAdmin;

/// <summary>
/// What every resource that a provider returns has in common. <see cref="ResourceType"/> and <see cref="ConnectionName"/>
/// survive CSV and JSON, so that a later command can tell what it is given and where it came from.
/// </summary>
public abstract class Resource
{
    private protected Resource(string resourceType) => ResourceType = resourceType;

    /// <summary>The noun of the cmdlets that take this resource, such as <c>ConvConversation</c>.</summary>
    public string ResourceType { get; }

    /// <summary>The name of the connection that the resource was read through.</summary>
    public required string ConnectionName { get; init; }

    /// <summary>Fields of the provider's answer that this version does not know yet, by their wire names.</summary>
    public ReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = ReadOnlyDictionary<string, object?>.Empty;

    internal static Uri? AddressOrNull(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
}
