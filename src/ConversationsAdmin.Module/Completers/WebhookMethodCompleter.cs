using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the HTTP methods of a conversation's webhooks.</summary>
public sealed class WebhookMethodCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => WebhookResource.Methods;
}
