using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public class ListOrderTests
{
    [Theory]
    [InlineData(null, "cab")]
    [InlineData("created_at.desc", "cab")]
    [InlineData("created_at.asc", "bac")]
    [InlineData("last_message_at.asc", "bac")]
    [InlineData("name.asc", "abc")]
    [InlineData("name.desc", "cba")]
    public async Task Fields_order_the_list(string? order, string expected)
    {
        var time = new ManualTime();
        using var client = TelnyxClient.Empty(time: time);
        foreach (var name in new[] { "b", "a", "c" })
        {
            await client.New(name);
            time.Advance(TimeSpan.FromMilliseconds(1));
        }
        var answer = order is null ? await client.List() : await client.List(("order", order));
        Assert.Equal(expected, string.Concat(answer.Names));
        var first = order is null ? await client.List(("limit", "2")) : await client.List(("order", order), ("limit", "2"));
        Assert.Equal(expected[..2], string.Concat(first.Names));
    }

    [Theory]
    [InlineData("created_at.asc,id.asc")]
    [InlineData("created_at.asc,id.desc")]
    [InlineData("created_at.desc,id.asc")]
    [InlineData("created_at.desc,id.desc")]
    [InlineData("name.asc,created_at.desc,id.asc")]
    public async Task The_next_field_orders_what_the_first_leaves_equal(string order)
    {
        using var client = TelnyxClient.Filled(200);
        var rows = (await client.List(("order", order), ("limit", "200"))).Items;
        var terms = Array.ConvertAll(order.Split(','), term => term.Split('.'));
        Assert.Equal(200, rows.Length);
        foreach (var (one, next) in rows.Zip(rows.Skip(1)))
        {
            var signs = terms.Select(term => Sign(one, next, term[0]) * (term[1] == "desc" ? -1 : 1));
            Assert.True(signs.FirstOrDefault(sign => sign != 0) < 0, $"{one} and {next}");
        }
    }

    private static int Sign(JsonElement one, JsonElement next, string name) =>
        string.CompareOrdinal(one.GetProperty(name).GetString(), next.GetProperty(name).GetString());
}
