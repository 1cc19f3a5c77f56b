namespace ConversationsAdmin.Core.Paging;

/// <summary>The order of a page. Out of order, the time of its last row would be no place to go on from, and its first rows not those that were asked for.</summary>
internal static class KeysetOrder
{
    /// <summary>Demands that the rows are in the order that was asked for.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="page">The rows.</param>
    /// <param name="order">A field and a direction, such as <c>created_at.asc</c>.</param>
    /// <param name="from">What the first may not come before.</param>
    /// <exception cref="UnexpectedResponseException">They are not.</exception>
    internal static void Demand<T>(PageSource<KeysetRow<T>> source, IReadOnlyList<KeysetRow<T>> page, string order, DateTimeOffset? from = null)
    {
        var isDescending = order.EndsWith(".desc", StringComparison.Ordinal);
        var isOfCreation = order.StartsWith(Telnyx.TelnyxConversationResource.CreatedAt, StringComparison.Ordinal);
        var last = from;
        foreach (var row in page)
        {
            // Where the provider puts what has no date is its own business.
            if ((isOfCreation ? row.Created : row.LastMessage) is not { } date)
            {
                continue;
            }

            if (isDescending ? date > last : date < last)
            {
                throw source.Unexpected($"its rows are not in the order {order} ({row.Id} stands behind one that it should stand before). Nothing of this page is used");
            }

            last = date;
        }
    }
}
