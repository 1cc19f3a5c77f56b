using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented notification levels.</summary>
public sealed class NotificationLevelCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => UserConversationResource.NotificationLevels;
}
