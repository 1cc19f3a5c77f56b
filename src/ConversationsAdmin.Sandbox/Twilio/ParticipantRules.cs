using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>What one participant may not do because of the others.</summary>
internal static class ParticipantRules
{
    private const int MostParticipants = 1000;
    private const int MostNonChatParticipants = 50;

    public static void DemandRoom(Conversation conversation, string? identity)
    {
        if (conversation.Participants.Count >= MostParticipants)
            throw new TwilioError(400, TwilioCode.TooManyParticipants,
                $"Conversation {conversation.Sid} already has {MostParticipants} participants.");
        if (identity is null && conversation.Participants.From(0).Count(other => other.Identity is null) >= MostNonChatParticipants)
            throw new TwilioError(400, TwilioCode.TooManyNonChatParticipants,
                $"Conversation {conversation.Sid} already has {MostNonChatParticipants} participants that do not chat.");
    }

    public static void DemandFreeIdentity(Call call, Conversation conversation, string? identity)
    {
        if (identity is null)
            return;
        if (conversation.Participants.From(0).FirstOrDefault(other => other.Identity == identity) is { } same)
            throw new TwilioError(409, TwilioCode.IdentityAlreadyParticipates,
                $"{identity} already takes part in Conversation {conversation.Sid} as {same.Sid}.");
        if (conversation.Service.Identities.IsFull(identity, call.Now))
            throw new TwilioError(400, TwilioCode.IdentityInTooManyConversations,
                $"{identity} already takes part in {IdentityMemberships.Limit} conversations that are not closed.");
    }

    /// <summary>Refuses a pair that another conversation needs to route what comes in.</summary>
    public static void DemandFreePair(Call call, MessagingBinding? binding, Participant? owner)
    {
        // The wording is the provider's: callers find the other conversation by it.
        if (call.Account.Pairs.HolderOf(binding, call.Now) is { } holder && holder != owner)
            throw new TwilioError(409, TwilioCode.PairInUse,
                $"A binding for this participant and proxy address already exists in Conversation {holder.Conversation.Sid}");
    }
}
