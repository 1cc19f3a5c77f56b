namespace ConversationsAdmin.Sandbox.Data;

/// <summary>A user of a Sunshine app, with the conversations that the user is part of, the oldest first.</summary>
internal sealed class SunshineUser(string id, string? externalId)
{
    public string Id { get; } = id;

    public string? ExternalId { get; } = externalId;

    public List<SunshineConversation> Conversations { get; } = [];

    public bool HasDefault { get; set; }

    /// <summary>The index of the user's conversation with this number, or of the first that comes after it.</summary>
    public int IndexOf(int number)
    {
        var (low, high) = (0, Conversations.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Conversations[middle].Number < number)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
