using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Completes the states of what a clean-up looks for.</summary>
public sealed class CleanupStateCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var states = CleanupResources.All
            .Where(resource => resource.ResourceType.Equals(fakeBoundParameters["ResourceType"] as string ?? Conversation.TypeName, StringComparison.OrdinalIgnoreCase))
            .SelectMany(resource => resource.States);
        return Completion.Of(states.Distinct().Select(state => (state, state)), wordToComplete);
    }
}
