namespace ConversationsAdmin.Core.Errors;

/// <summary>What a provider's error says.</summary>
internal sealed record ProviderError
{
    /// <summary>Nothing that can be understood: the page of a proxy on the way, say.</summary>
    internal static readonly ProviderError NotUnderstood = new();

    /// <summary>True when the body is in the form of the provider's errors, so that it comes from the provider.</summary>
    internal bool IsUnderstood { get; init; }

    internal string? Code { get; init; }

    internal string? Message { get; init; }

    internal Uri? MoreInfo { get; init; }

    internal string? Advice { get; init; }

    internal string? BlockingConversationSid { get; init; }
}
