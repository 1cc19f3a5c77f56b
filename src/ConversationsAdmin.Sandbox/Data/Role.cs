namespace ConversationsAdmin.Sandbox.Data;

internal sealed class Role : IListed
{
    public required string Sid { get; init; }

    public required string FriendlyName { get; init; }

    public required RoleType Type { get; init; }

    public required IReadOnlyList<string> Permissions { get; set; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset DateUpdated { get; set; }

    public SortKey SortKey => new(DateCreated, Sid);
}
