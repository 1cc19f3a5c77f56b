using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented targets of a conversation's webhooks.</summary>
public sealed class WebhookTargetCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => WebhookResource.Targets;
}
