using ConversationsAdmin.Core.Telnyx;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented orders of Telnyx conversations.</summary>
public sealed class TelnyxOrderCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => TelnyxConversationResource.Orders;
}
