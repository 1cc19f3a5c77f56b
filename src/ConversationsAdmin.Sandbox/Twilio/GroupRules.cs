using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>What only group texts forbid: the same member twice, and the same members in two conversations.</summary>
internal static class GroupRules
{
    public static void DemandNewMember(Conversation conversation, string? identity, MessagingBinding? binding, Participant? owner)
    {
        if (binding is null)
            return;
        var others = conversation.Participants.From(0).Where(other => other != owner).ToList();
        if (!binding.IsOfGroup && !others.Exists(other => other.Binding is { IsOfGroup: true }))
            return;
        var same = others.Find(other => other.Binding is { } held && (binding.Address is null
            ? held.Address is null && other.Identity == identity && held.ProjectedAddress == binding.ProjectedAddress
            : held.Address == binding.Address && (held.IsBare || binding.IsBare || held.ProxyAddress == binding.ProxyAddress)));
        if (same is not null)
            throw new TwilioError(409, TwilioCode.GroupMemberExists,
                $"The group of Conversation {conversation.Sid} already has this member as {same.Sid}.");
    }

    public static void DemandNewGroup(Call call, Conversation conversation, MessagingBinding? binding, Participant? owner)
    {
        var bindings = conversation.Participants.From(0).Where(other => other != owner).Select(other => other.Binding).Append(binding);
        if (GroupAddresses.OfBindings(bindings) is { } addresses
            && call.Account.Groups.HolderOf(addresses, conversation, call.Now) is { } other)
            throw new TwilioError(409, TwilioCode.GroupExists, $"Conversation {other.Sid} is already the group of these addresses.");
    }
}
