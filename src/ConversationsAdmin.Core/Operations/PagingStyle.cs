namespace ConversationsAdmin.Core.Operations;

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

    /// <summary>By the cursor in <c>meta.beforeCursor</c>, from the last page to the first: Sunshine messages.</summary>
    CursorBackwards,
}
