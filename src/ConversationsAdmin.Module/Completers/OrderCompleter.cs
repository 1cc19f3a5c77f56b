using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the orders in which messages are listed.</summary>
public sealed class OrderCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => MessageResource.Orders;
}
