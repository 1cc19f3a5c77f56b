using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented values of a parameter.</summary>
public abstract class ChoiceCompleter : IArgumentCompleter
{
    private protected ChoiceCompleter()
    {
    }

    private protected abstract IEnumerable<string> Choices { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Of(Choices.Select(choice => (choice, choice)), wordToComplete);
}
