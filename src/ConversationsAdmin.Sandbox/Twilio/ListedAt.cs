namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>An item, and where it stands among all that are stored.</summary>
internal sealed record ListedAt<T>(int Index, T Item)
    where T : class;
