using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the conversations of Telnyx and of Sunshine that this runspace has seen.</summary>
public sealed class ConversationIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        new IdentifierCompleter[] { new TelnyxConversationIdCompleter(), new SunshineConversationIdCompleter() }
            .SelectMany(completer => completer.CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters));
}
