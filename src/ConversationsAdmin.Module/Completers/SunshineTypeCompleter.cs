using ConversationsAdmin.Core.Sunshine;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the types of a Sunshine conversation.</summary>
public sealed class SunshineTypeCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => SunshineConversationResource.Types;
}
