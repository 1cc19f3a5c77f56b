using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Sunshine;
using ConversationsAdmin.Telnyx;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>
/// The services, conversations, users, roles and sessions that commands of one runspace wrote last, with their names, for completion.
/// It is bounded, because a listing may write hundreds of thousands.
/// </summary>
internal sealed class SeenResources
{
    private const int MostOfAKind = 1000;
    private static readonly ConditionalWeakTable<Runspace, SeenResources> Stores = [];

    // There is one object for each kind; to compare their contents would cost more than all the rest, for each row of a list.
    private readonly Dictionary<IdentifierKind, Dictionary<string, SeenResource>> byKind = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IdentifierKind, Queue<string>> oldestFirst = new(ReferenceEqualityComparer.Instance);

    /// <summary>The store of the runspace that runs this thread.</summary>
    internal static SeenResources Current => Stores.GetValue(Runspace.DefaultRunspace, static _ => new SeenResources());

    internal IEnumerable<SeenResource> OfKind(IdentifierKind kind) => byKind.TryGetValue(kind, out var seen) ? seen.Values : [];

    /// <summary>The name of what was seen; null when it has none, or was not seen.</summary>
    internal string? NameOf(IdentifierKind kind, object? identifier) =>
        identifier is string id && byKind.TryGetValue(kind, out var seen) && seen.TryGetValue(id, out var found) ? found.Name : null;

    internal void Add(Resource resource)
    {
        switch (resource)
        {
            case Service service:
                Add(SidKind.Service, service, service.ServiceSid, service.FriendlyName, null, service.AccountSid, null, service.ServiceSid);
                break;
            case Conversation seen:
                AddConversation(seen, seen.ConversationSid, seen.FriendlyName, seen.UniqueName, seen.AccountSid, seen.ServiceSid);
                break;
            case UserConversation seen:
                AddConversation(seen, seen.ConversationSid, seen.FriendlyName, seen.UniqueName, seen.AccountSid, seen.ServiceSid);
                break;
            case ParticipantConversation seen:
                AddConversation(seen, seen.ConversationSid, seen.ConversationFriendlyName, seen.ConversationUniqueName, seen.AccountSid, seen.ServiceSid);
                break;
            case User user:
                Add(SidKind.User, user, user.UserSid, user.FriendlyName ?? user.Identity, user.Identity, user.AccountSid, ResourceContainer.ServiceSid, user.ServiceSid);
                break;
            case Role role:
                Add(SidKind.Role, role, role.RoleSid, role.FriendlyName, null, role.AccountSid, ResourceContainer.ServiceSid, role.ServiceSid);
                break;
            case ProxySession session:
                Add(SidKind.Session, session, session.SessionSid, session.UniqueName, session.UniqueName, session.AccountSid, ResourceContainer.ProxyServiceSid, session.ProxyServiceSid);
                Add(SidKind.ProxyService, session, session.ProxyServiceSid, null, null, session.AccountSid, null, session.ProxyServiceSid);
                break;
            case TelnyxConversation seen:
                Add(UuidKind.Conversation, seen, seen.ConversationId, seen.Name, null, null, null, null);
                break;
            case SunshineConversation seen:
                Add(HexIdKind.Conversation, seen, seen.ConversationId, seen.DisplayName ?? seen.Description, null, null, ResourceContainer.AppId, seen.AppId);
                Add(HexIdKind.App, seen, seen.AppId, null, null, null, null, seen.AppId);
                break;
        }
    }

    /// <summary>Forgets what is gone, and with a service all that was in it.</summary>
    internal void Forget(RemovalOutcome outcome)
    {
        if (outcome.Status is not (RemovalStatus.Removed or RemovalStatus.AlreadyGone))
        {
            return;
        }

        switch (outcome.ResourceType)
        {
            case Service.TypeName:
                foreach (var seen in byKind.Values)
                {
                    Forget(seen, resource => resource.ContainerId == outcome.Target);
                }

                break;
            case Conversation.TypeName:
                Forget(SidKind.Conversation, outcome, outcome.ConversationSid);
                break;
            case User.TypeName:
                Forget(SidKind.User, outcome, outcome.UserSid);
                break;
            case Role.TypeName:
                Forget(SidKind.Role, outcome, outcome.RoleSid);
                break;
            case ProxySession.TypeName:
                Forget(SidKind.Session, outcome, outcome.SessionSid);
                break;
            case TelnyxConversation.TypeName:
                Forget(UuidKind.Conversation, outcome, outcome.ConversationId);
                break;
            case SunshineConversation.TypeName:
                Forget(HexIdKind.Conversation, outcome, outcome.ConversationId);
                break;
        }
    }

    /// <summary>Forgets what is only known to be of a connection of this name: a new one may be to another account.</summary>
    internal void ForgetOf(string connectionName)
    {
        foreach (var seen in byKind.Values)
        {
            Forget(seen, resource => resource.Account == SeenResource.AccountOf(accountSid: null, connectionName));
        }
    }

    // What was removed by a name has no identifier in its outcome.
    private void Forget(IdentifierKind kind, RemovalOutcome outcome, string? id)
    {
        if (!byKind.TryGetValue(kind, out var seen))
        {
            return;
        }

        if (id is not null)
        {
            seen.Remove(id);
        }
        else
        {
            Forget(seen, resource => resource.AlternateName == outcome.Target && resource.ContainerId == outcome.ServiceSid && resource.Account == outcome.AccountSid);
        }
    }

    private static void Forget(Dictionary<string, SeenResource> seen, Func<SeenResource, bool> isGone)
    {
        foreach (var gone in seen.Values.Where(isGone).ToArray())
        {
            seen.Remove(gone.Id);
        }
    }

    private void AddConversation(Resource resource, string sid, string? friendlyName, string? uniqueName, string? accountSid, string serviceSid) =>
        Add(SidKind.Conversation, resource, sid, friendlyName ?? uniqueName, uniqueName, accountSid, ResourceContainer.ServiceSid, serviceSid);

    private void Add(
        IdentifierKind kind, Resource resource, string id, string? name, string? alternateName, string? accountSid, string? containerName, string? containerId)
    {
        if (!byKind.TryGetValue(kind, out var seen))
        {
            byKind[kind] = seen = [];
            oldestFirst[kind] = [];
        }

        var isNew = !seen.ContainsKey(id);
        seen[id] = new SeenResource(id, name, alternateName, SeenResource.AccountOf(accountSid, resource.ConnectionName), containerName, containerId);
        if (!isNew)
        {
            return;
        }

        oldestFirst[kind].Enqueue(id);
        if (oldestFirst[kind].Count > MostOfAKind)
        {
            seen.Remove(oldestFirst[kind].Dequeue());
        }
    }
}
