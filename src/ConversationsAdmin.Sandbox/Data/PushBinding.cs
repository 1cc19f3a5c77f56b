namespace ConversationsAdmin.Sandbox.Data;

/// <summary>A device or connection that notifications go to. Only the provider's client SDKs make one.</summary>
internal sealed class PushBinding : IListed
{
    public const string Connection = "twilsock";

    public static readonly string[] Types = ["apn", "gcm", "fcm", Connection];

    public required string Sid { get; init; }

    public required string Identity { get; init; }

    public required string Type { get; init; }

    public required string Endpoint { get; init; }

    public required string? CredentialSid { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>Whether it reaches a device that is not connected.</summary>
    public bool IsPush => Type != Connection;

    public SortKey SortKey => new(DateCreated, Sid);
}
