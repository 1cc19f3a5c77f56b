using ConversationsAdmin.Core.Telnyx;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented channels of Telnyx conversations.</summary>
public sealed class TelnyxChannelCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => TelnyxConversationResource.Channels;
}
