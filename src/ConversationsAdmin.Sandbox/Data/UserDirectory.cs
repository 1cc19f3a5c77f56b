namespace ConversationsAdmin.Sandbox.Data;

/// <summary>The users of one service, found by SID or by identity.</summary>
internal sealed class UserDirectory
{
    private readonly ResourceSet<User> users = new();
    private readonly Dictionary<string, User> byIdentity = [];

    public OrderedItems<User> Ordered => users.Ordered;

    public User? Find(string sidOrIdentity) => users.Find(sidOrIdentity) ?? WithIdentity(sidOrIdentity);

    public User? WithIdentity(string identity) => byIdentity.GetValueOrDefault(identity);

    public void Add(User user)
    {
        byIdentity.Add(user.Identity, user);
        users.Add(user);
    }

    /// <summary>Fills an empty directory at once with many users.</summary>
    public void Fill(IReadOnlyCollection<User> many)
    {
        foreach (var user in many)
            byIdentity.Add(user.Identity, user);
        users.Fill(many);
    }

    public void Remove(User user)
    {
        byIdentity.Remove(user.Identity);
        users.Remove(user);
    }
}
