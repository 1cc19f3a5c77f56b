using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented push technologies.</summary>
public sealed class BindingTypeCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => BindingResource.BindingTypes;
}
