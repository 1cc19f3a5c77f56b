namespace ConversationsAdmin.Core.Erasure;

/// <summary>What there is to work on.</summary>
/// <param name="Services">The services that are looked into.</param>
/// <param name="Conversations">The conversations to look into.</param>
/// <param name="Users">How many users the person has, one in a service at most.</param>
public sealed record ErasureTargets(IReadOnlyList<string> Services, IReadOnlyList<ErasureItem> Conversations, int Users)
{
    /// <summary>In how many conversations the person was found to take part.</summary>
    public int TakesPart => Conversations.Count(conversation => conversation.TakesPart);
}
