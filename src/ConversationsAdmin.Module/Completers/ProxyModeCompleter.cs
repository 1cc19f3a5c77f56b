using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers what a session can carry.</summary>
public sealed class ProxyModeCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => ProxySessionResource.Modes;
}
