namespace ConversationsAdmin.Core.Operations;

/// <summary>How a list is read to its end.</summary>
/// <param name="Style">How the next page is asked for.</param>
/// <param name="PageSizeName">The wire name of the parameter that says how many rows a page holds; null when there is none.</param>
/// <param name="DefaultPageSize">How many rows to ask for; null when that can't be said.</param>
/// <param name="MaxPageSize">The most rows that the provider documents for a page; null when it documents none.</param>
public sealed record ListPaging(PagingStyle Style, string? PageSizeName, int? DefaultPageSize, int? MaxPageSize)
{
    /// <summary>The parameters that are the transport's business and nobody else's.</summary>
    public IReadOnlyList<string> TransportNames { get; init; } = [];
}
