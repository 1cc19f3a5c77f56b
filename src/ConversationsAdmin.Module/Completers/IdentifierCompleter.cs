using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Connections;
using ConversationsAdmin.Module.Pipeline;

namespace ConversationsAdmin.Module.Completers;

/// <summary>
/// Offers the identifiers of one kind that this runspace has seen, by identifier or by name, each shown with its name. Nothing is asked of the provider.
/// Only what is of the account and of the service or app that the command would use is offered.
/// </summary>
public abstract class IdentifierCompleter : IArgumentCompleter
{
    private protected IdentifierCompleter()
    {
    }

    /// <summary>What is identified.</summary>
    private protected abstract IdentifierKind Kind { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var connection = ConnectionOf(fakeBoundParameters["Connection"]);
        var begun = wordToComplete.Trim('\'', '"');
        return SeenResources.Current.OfKind(Kind)
            .Where(seen => connection is not null && seen.Account == SeenResource.AccountOf(connection.AccountSid, connection.Name))
            .Where(seen => ResourceContainer.Is(Kind.IdentifierName) || IsWanted(seen, connection!, fakeBoundParameters))
            .Where(seen => seen.Id.StartsWith(begun, StringComparison.OrdinalIgnoreCase) || Contains(seen.Name, begun))
            .OrderBy(seen => seen.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(seen => new CompletionResult(
                seen.Id, seen.Name is { Length: > 0 } name ? $"{name} ({seen.Id})" : seen.Id, CompletionResultType.ParameterValue, $"{seen.Name ?? "without a name"}: {seen.Id}"));
    }

    private static bool IsWanted(SeenResource seen, ConvConnection connection, IDictionary given) =>
        seen.ContainerName is not { } container
        || (given[container]?.ToString() ?? ResourceContainer.DefaultOf(connection, container)) is not { } wanted
        || wanted == seen.ContainerId;

    private static bool Contains(string? name, string begun) => name?.Contains(begun, StringComparison.OrdinalIgnoreCase) == true;

    private ConvConnection? ConnectionOf(object? given) =>
        given as ConvConnection
        ?? (given is null ? ConnectionStore.Current.Default(Kind.Provider) : ConnectionStore.Current.Find(given.ToString()!));
}
