using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the states that a session can begin in.</summary>
public sealed class ProxyStatusCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => ProxySessionResource.Statuses;
}
