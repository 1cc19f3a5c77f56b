namespace ConversationsAdmin.Twilio;

/// <summary>What users may do in a service, or participants in a conversation. Twilio documents it as the Role resource of Conversations v1.</summary>
public sealed class Role() : Resource(TypeName)
{
    /// <summary>The value of <see cref="Resource.ResourceType"/>.</summary>
    public const string TypeName = "ConvRole";

    /// <summary>The role's identifier: <c>RL</c> and 32 hexadecimal digits.</summary>
    public required string RoleSid { get; init; }

    /// <summary>The service: <c>IS</c> and 32 hexadecimal digits.</summary>
    public required string ServiceSid { get; init; }

    /// <summary>The account: <c>AC</c> and 32 hexadecimal digits.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The name that people read, at most 64 characters.</summary>
    public string? FriendlyName { get; init; }

    /// <summary><c>conversation</c> or <c>service</c>: where the role applies.</summary>
    public string? Type { get; init; }

    /// <summary>What the role permits, such as <c>sendMessage</c>.</summary>
    public required TextList Permissions { get; init; }

    /// <summary>When the role was created, in UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the role was last updated, in UTC.</summary>
    public DateTimeOffset? DateUpdated { get; init; }

    /// <summary>The provider's address of this role.</summary>
    public Uri? Url { get; init; }

    /// <summary>The identifier.</summary>
    public override string ToString() => RoleSid;
}
