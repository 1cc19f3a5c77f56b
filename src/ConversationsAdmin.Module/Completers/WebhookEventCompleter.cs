using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented events.</summary>
public sealed class WebhookEventCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => ServiceWebhookResource.Events;
}
