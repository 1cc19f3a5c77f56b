using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

/// <summary>The list has neither pages nor cursors: these are the ways in which a client can read it to the end, or believe so.</summary>
public class KeysetTests
{
    private const int Count = 600;

    private static string Text(System.Text.Json.JsonElement row, string name) => row.GetProperty(name).GetString()!;

    [Fact]
    public async Task By_date_and_id_every_conversation_is_read_once()
    {
        using var client = TelnyxClient.Filled(Count);
        var ids = new List<string>();
        var after = "(created_at.gte.2000-01-01)";
        while ((await client.List(("or", after), ("order", "created_at.asc,id.asc"), ("limit", "50"))).Items is { Length: > 0 } page)
        {
            ids.AddRange(page.Select(row => Text(row, "id")));
            var (date, id) = (Text(page[^1], "created_at"), Text(page[^1], "id"));
            after = $"(created_at.gt.{date},and(created_at.eq.{date},id.gt.{id}))";
        }
        Assert.Equal(Count, ids.Count);
        Assert.Equal(Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task By_date_alone_a_page_smaller_than_the_import_never_gets_past_it()
    {
        using var client = TelnyxClient.Filled(Count);
        var from = "2000-01-01";
        while (true)
        {
            var page = (await client.List(("created_at", $"gte.{from}"), ("order", "created_at.asc"), ("limit", "50"))).Items;
            var last = Text(page[^1], "created_at");
            if (last == from)
                break;
            from = last;
        }
        var rest = (await client.List(("created_at", $"gt.{from}"))).Items;
        Assert.NotEmpty(rest);
    }

    [Fact]
    public async Task Backwards_the_dates_end_where_they_should()
    {
        using var client = TelnyxClient.Filled(Count);
        var all = (await client.List(("limit", "1000"))).Items;
        var border = Text(all[250], "created_at");
        var older = (await client.List(("created_at", $"lt.{border}"), ("order", "created_at.desc"), ("limit", "1000"))).Items;
        Assert.Equal(
            all.Where(row => string.CompareOrdinal(Text(row, "created_at"), border) < 0).Select(row => Text(row, "id")),
            older.Select(row => Text(row, "id")));
    }
}
