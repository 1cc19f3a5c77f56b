using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Completers;

/// <summary>
/// The services, conversations, users and roles that commands of one runspace wrote last, with their names, for completion.
/// It is bounded, because a listing may write hundreds of thousands.
/// </summary>
internal sealed class SeenResources
{
    private const int MostOfAKind = 1000;
    private static readonly ConditionalWeakTable<Runspace, SeenResources> Stores = [];

    private readonly Dictionary<string, Dictionary<string, SeenResource>> byKind = [];
    private readonly Dictionary<string, Queue<string>> oldestFirst = [];

    /// <summary>The store of the runspace that runs this thread.</summary>
    internal static SeenResources Current => Stores.GetValue(Runspace.DefaultRunspace, static _ => new SeenResources());

    internal IEnumerable<SeenResource> OfKind(string identifierName) =>
        byKind.TryGetValue(identifierName, out var seen) ? seen.Values : [];

    internal void Add(Resource resource)
    {
        switch (resource)
        {
            case Service service:
                Add(nameof(service.ServiceSid), new(service.ServiceSid, service.FriendlyName, null, service.AccountSid, service.ServiceSid));
                break;
            case Conversation seen:
                AddConversation(seen.ConversationSid, seen.FriendlyName, seen.UniqueName, seen.AccountSid, seen.ServiceSid);
                break;
            case UserConversation seen:
                AddConversation(seen.ConversationSid, seen.FriendlyName, seen.UniqueName, seen.AccountSid, seen.ServiceSid);
                break;
            case ParticipantConversation seen:
                AddConversation(seen.ConversationSid, seen.ConversationFriendlyName, seen.ConversationUniqueName, seen.AccountSid, seen.ServiceSid);
                break;
            case User user:
                Add(nameof(user.UserSid), new(user.UserSid, user.FriendlyName ?? user.Identity, user.Identity, user.AccountSid, user.ServiceSid));
                break;
            case Role role:
                Add(nameof(role.RoleSid), new(role.RoleSid, role.FriendlyName, null, role.AccountSid, role.ServiceSid));
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
                    Forget(seen, resource => resource.ServiceSid == outcome.Target);
                }

                break;
            case Conversation.TypeName:
                Forget(outcome, nameof(outcome.ConversationSid), outcome.ConversationSid);
                break;
            case User.TypeName:
                Forget(outcome, nameof(outcome.UserSid), outcome.UserSid);
                break;
            case Role.TypeName:
                Forget(outcome, nameof(outcome.RoleSid), outcome.RoleSid);
                break;
        }
    }

    // What was removed by a name has no identifier in its outcome.
    private void Forget(RemovalOutcome outcome, string kind, string? sid)
    {
        if (!byKind.TryGetValue(kind, out var seen))
        {
            return;
        }

        if (sid is not null)
        {
            seen.Remove(sid);
        }
        else
        {
            Forget(seen, resource => resource.AlternateName == outcome.Target && resource.ServiceSid == outcome.ServiceSid && resource.AccountSid == outcome.AccountSid);
        }
    }

    private static void Forget(Dictionary<string, SeenResource> seen, Func<SeenResource, bool> isGone)
    {
        foreach (var gone in seen.Values.Where(isGone).ToArray())
        {
            seen.Remove(gone.Sid);
        }
    }

    private void AddConversation(string sid, string? friendlyName, string? uniqueName, string? accountSid, string serviceSid) =>
        Add(nameof(Conversation.ConversationSid), new(sid, friendlyName ?? uniqueName, uniqueName, accountSid, serviceSid));

    private void Add(string kind, SeenResource resource)
    {
        if (!byKind.TryGetValue(kind, out var seen))
        {
            byKind[kind] = seen = [];
            oldestFirst[kind] = [];
        }

        var isNew = !seen.ContainsKey(resource.Sid);
        seen[resource.Sid] = resource;
        if (!isNew)
        {
            return;
        }

        oldestFirst[kind].Enqueue(resource.Sid);
        if (oldestFirst[kind].Count > MostOfAKind)
        {
            seen.Remove(oldestFirst[kind].Dequeue());
        }
    }
}
