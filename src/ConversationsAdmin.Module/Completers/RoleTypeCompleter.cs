using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers where a role may apply.</summary>
public sealed class RoleTypeCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => RoleResource.Types;
}
