namespace ConversationsAdmin.Core.Operations;

/// <summary>How a list is read to its end.</summary>
/// <param name="Style">How the next page is asked for.</param>
/// <param name="PageSizeName">The wire name of the parameter that says how many rows a page holds; null when there is none.</param>
/// <param name="DefaultPageSize">How many rows to ask for.</param>
/// <param name="MaxPageSize">The most rows that the provider documents for a page; null when it documents none.</param>
public sealed record ListPaging(PagingStyle Style, string? PageSizeName, int DefaultPageSize, int? MaxPageSize)
{
    /// <summary>The parameters that are the transport's business and nobody else's.</summary>
    public IReadOnlyList<string> TransportNames { get; init; } = [];
}

/// <summary>How the next page of a list is asked for.</summary>
public enum PagingStyle
{
    /// <summary>By the address in <c>meta.next_page_url</c>: Twilio.</summary>
    NextPageUrl,

    /// <summary>By the creation time of the last row: Telnyx conversations.</summary>
    Keyset,

    /// <summary>By the page's number: Telnyx messages.</summary>
    PageNumber,

    /// <summary>Not at all: Telnyx insights come at once.</summary>
    SinglePage,

    /// <summary>By the cursor in <c>meta.afterCursor</c>: Sunshine.</summary>
    Cursor,
}
