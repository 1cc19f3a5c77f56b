using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConversationsAdmin.Module.Connections;

namespace ConversationsAdmin.Module.Completers;

/// <summary>
/// Offers the identifiers of one kind that this runspace has seen, by identifier or by name, each shown with its name. Nothing is asked of the provider.
/// Only what is of the account and of the service that the command would use is offered.
/// </summary>
public abstract class SidCompleter : IArgumentCompleter
{
    private protected SidCompleter()
    {
    }

    /// <summary>The identifier, as it is called on input and output.</summary>
    private protected abstract string IdentifierName { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var connection = ConnectionOf(fakeBoundParameters["Connection"]);
        var service = IdentifierName == "ServiceSid" ? null : fakeBoundParameters["ServiceSid"]?.ToString() ?? connection?.ServiceSid;
        var begun = wordToComplete.Trim('\'', '"');
        return SeenResources.Current.OfKind(IdentifierName)
            .Where(seen => seen.AccountSid == connection?.AccountSid && (service is null || service == seen.ServiceSid))
            .Where(seen => seen.Sid.StartsWith(begun, StringComparison.OrdinalIgnoreCase) || Contains(seen.Name, begun))
            .OrderBy(seen => seen.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(seen => new CompletionResult(
                seen.Sid, seen.Name is { Length: > 0 } name ? $"{name} ({seen.Sid})" : seen.Sid, CompletionResultType.ParameterValue, $"{seen.Name ?? "without a name"}: {seen.Sid}"));
    }

    private static bool Contains(string? name, string begun) => name?.Contains(begun, StringComparison.OrdinalIgnoreCase) == true;

    private static ConvConnection? ConnectionOf(object? given) =>
        given as ConvConnection
        ?? (given is null ? ConnectionStore.Current.Default(Provider.Twilio) : ConnectionStore.Current.Find(given.ToString()!));
}
