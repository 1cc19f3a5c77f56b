using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>Offers the documented permissions of roles.</summary>
public sealed class PermissionCompleter : ChoiceCompleter
{
    private protected override IEnumerable<string> Choices => RoleResource.Permissions;
}
