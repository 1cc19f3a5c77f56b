using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented states of a conversation.</summary>
public sealed class StateCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => ConversationResource.States;
}
