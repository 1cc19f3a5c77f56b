using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the HTTP methods of a service's webhooks.</summary>
public sealed class ServiceWebhookMethodCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => ServiceWebhookResource.Methods;
}
