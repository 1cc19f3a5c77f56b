using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the states that a session can be updated to.</summary>
public sealed class ProxyUpdateStatusCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => ProxySessionResource.UpdateStatuses;
}
