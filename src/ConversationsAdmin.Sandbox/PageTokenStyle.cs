namespace ConversationsAdmin.Sandbox;

/// <summary>What a page token remembers.</summary>
public enum PageTokenStyle
{
    /// <summary>The last item of the page, so that deleting while listing skips nothing.</summary>
    Cursor,

    /// <summary>A count of items, so that deleting while listing skips as many as were deleted.</summary>
    Offset,
}
