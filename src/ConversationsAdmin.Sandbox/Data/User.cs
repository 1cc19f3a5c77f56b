namespace ConversationsAdmin.Sandbox.Data;

internal sealed class User : IListed
{
    public required string Sid { get; init; }

    public required Service Service { get; init; }

    public required string Identity { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset DateUpdated { get; set; }

    public string? FriendlyName { get; set; }

    public string Attributes { get; set; } = "{}";

    /// <summary>Null for a user who has never connected.</summary>
    public bool? IsOnline { get; init; }

    /// <summary>Whether a push binding of this user once was and was deleted.</summary>
    public bool HasLostPushBinding { get; set; }

    public SortKey SortKey => new(DateCreated, Sid);
}
