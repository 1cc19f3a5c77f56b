namespace ConversationsAdmin.Sandbox.Data;

/// <summary>What an app of Sunshine holds.</summary>
internal sealed class SunshineApp
{
    private readonly Dictionary<string, SunshineUser> usersById = [];
    private readonly Dictionary<string, SunshineUser> usersByExternalId = [];
    private readonly Dictionary<string, SunshineConversation> conversations = [];
    private readonly Dictionary<string, SunshineConversation> deleted = [];

    public SunshineUser? UserWithId(string id) => usersById.GetValueOrDefault(id);

    public SunshineUser? UserWithExternalId(string externalId) => usersByExternalId.GetValueOrDefault(externalId);

    public SunshineConversation? Conversation(string id) => conversations.GetValueOrDefault(id);

    /// <summary>A conversation that is there or once was: a page may begin after one that has been deleted.</summary>
    public SunshineConversation? Remembered(string id) => Conversation(id) ?? deleted.GetValueOrDefault(id);

    public void Add(SunshineUser user)
    {
        usersById.Add(user.Id, user);
        if (user.ExternalId is { } externalId)
            usersByExternalId.Add(externalId, user);
    }

    /// <summary>Adds a conversation that is newer than all others; a user's first personal one becomes the default.</summary>
    public void Add(SunshineConversation conversation)
    {
        conversation.Number = conversations.Count + deleted.Count;
        conversations.Add(conversation.Id, conversation);
        foreach (var user in conversation.Users)
            user.Conversations.Add(conversation);
        if (!conversation.IsPersonal || conversation.Users[0].HasDefault)
            return;
        conversation.IsDefault = true;
        conversation.Users[0].HasDefault = true;
    }

    public void Remove(SunshineConversation conversation)
    {
        conversations.Remove(conversation.Id);
        deleted.Add(conversation.Id, conversation);
        foreach (var user in conversation.Users)
            user.Conversations.RemoveAt(user.IndexOf(conversation.Number));
    }
}
