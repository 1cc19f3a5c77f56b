using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Cuts a listing into pages the provider's way: the answer carries whole addresses of its neighbours.</summary>
internal static class Paging
{
    private const string PageSizeField = "PageSize";
    private const string PageField = "Page";
    private const string PageTokenField = "PageToken";

    /// <summary>The paging fields of a list whose pages hold up to this many items.</summary>
    public static Field[] FieldsUpTo(int maxPageSize) =>
    [
        new WholeNumberField(PageSizeField, 1, maxPageSize),
        new WholeNumberField(PageField, 0),
        new TextField(PageTokenField),
    ];

    public static Answer Page<T>(TwilioCall call, Listing<T> listing)
        where T : class, IListed
    {
        var size = call.Query.WholeNumber(PageSizeField) ?? listing.DefaultPageSize;
        var page = call.Query.WholeNumber(PageField) ?? 0;
        var list = call.Path + "?" + string.Concat(Filters(call).Select(filter => filter + "&"));
        var mark = PageToken.MarkOf(list);
        var token = call.Query.Text(PageTokenField) is { } text ? PageToken.Parse(text, mark, call.PageTokens) : null;

        var offset = token is null ? 0 : token.Backwards ? Math.Max(0, token.Offset - size) : token.Offset;
        var start = StartOf(listing, token, size, offset);
        var found = listing.From(start).Take(size + 1).ToList();
        var shown = found.Take(size).Select(entry => entry.Item).ToList();
        var hasPrevious = token is not null && shown.Count > 0 && listing.BackFrom(start).Any();
        var next = found.Count > size ? Neighbour(call, shown[^1], offset + size, backwards: false) : null;
        var previous = hasPrevious ? Neighbour(call, shown[0], offset, backwards: true) : null;

        string Address(int number, string? pageToken)
        {
            var suffix = pageToken is null ? "" : $"&{PageTokenField}={pageToken}";
            return call.AddressOf($"{list}{PageSizeField}={size}&{PageField}={number}{suffix}");
        }

        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("meta");
            json.WriteNumber("page", page);
            json.WriteNumber("page_size", size);
            json.WriteString("first_page_url", Address(0, null));
            json.WriteString("previous_page_url", previous is null ? null : Address(Math.Max(0, page - 1), previous.Text(mark)));
            json.WriteString("url", Address(page, call.Query.Text(PageTokenField)));
            json.WriteString("next_page_url", next is null ? null : Address(page + 1, next.Text(mark)));
            json.WriteString("key", listing.ItemsKey);
            json.WriteEndObject();
            json.WriteStartArray(listing.ItemsKey);
            foreach (var item in shown)
                listing.Write(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static int StartOf<T>(Listing<T> listing, PageToken? token, int size, int offset)
        where T : class, IListed
    {
        if (token is null)
            return listing.First;
        if (token.Key is not { } key)
            return listing.IndexOfIncluded(offset);
        if (!token.Backwards)
            return Math.Clamp(listing.Items.IndexAfter(key), listing.First, Math.Max(listing.First, listing.End));
        var end = Math.Min(listing.Items.IndexOf(key), listing.End);
        return listing.BackFrom(end).Take(size).Select(entry => entry.Index).DefaultIfEmpty(listing.First).Last();
    }

    private static PageToken Neighbour(TwilioCall call, IListed border, int offset, bool backwards) =>
        call.PageTokens == PageTokenStyle.Cursor
            ? new PageToken(backwards, border.SortKey, 0)
            : new PageToken(backwards, null, offset);

    private static IEnumerable<string> Filters(TwilioCall call) => call.Query.Names
        .Where(name => name is not (PageSizeField or PageField or PageTokenField))
        .Order(StringComparer.Ordinal)
        .SelectMany(name => call.Query.Texts(name).Select(value => $"{name}={Uri.EscapeDataString(value)}"));
}
