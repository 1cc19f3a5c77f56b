using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>The resources that operations are about.</summary>
internal static class Resources
{
    private const string OwnPrefix = "Conv";

    /// <summary>The name of the resource that an operation is about, such as <c>Conversation</c>.</summary>
    internal static string NameOf(Operation operation)
    {
        // A deletion answers nothing; what is read under its path is what it destroys.
        var type = operation.ResourceType ?? OperationCatalog.All.First(other => other.Api == operation.Api && other.Path == operation.Path && other.ResourceType is not null).ResourceType!;
        return type.StartsWith(OwnPrefix, StringComparison.Ordinal) ? type[OwnPrefix.Length..] : type;
    }
}
