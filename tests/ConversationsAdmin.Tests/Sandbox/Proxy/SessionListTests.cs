using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class SessionListTests
{
    [Theory]
    [InlineData(PageTokenStyle.Cursor)]
    [InlineData(PageTokenStyle.Offset)]
    public async Task Following_the_pages_gives_every_session_once_newest_first(PageTokenStyle style)
    {
        using var client = new ProxyClient(new TwilioSandbox(new SandboxOptions { PageTokens = style }));
        var items = await client.Http.All(client.Sessions + "?PageSize=7");
        Assert.Equal(300, items.Select(item => item.GetProperty("sid").GetString()).Distinct().Count());
        Assert.Equal(300, items.Count);
        var dates = items.Select(item => item.GetProperty("date_created").GetString()).ToList();
        Assert.Equal(dates.OrderByDescending(date => date, StringComparer.Ordinal), dates);
    }

    [Fact]
    public async Task The_meta_block_is_the_documented_one()
    {
        using var client = ProxyClient.Sample();
        var first = (await client.Http.Get(client.Sessions)).Expect(HttpStatusCode.OK);
        var self = $"https://proxy.twilio.com{client.Sessions}?PageSize=50&Page=0";
        Assert.Equal(("sessions", self, self), (first.Meta("key"), first.Meta("first_page_url"), first.Meta("url")));
        Assert.Null(first.Meta("previous_page_url"));
        Assert.StartsWith($"https://proxy.twilio.com{client.Sessions}?PageSize=50&Page=1&PageToken=", first.Meta("next_page_url"));
        Assert.Equal(50, first.Items().Length);
        var second = await client.Http.Get(first.Meta("next_page_url")!);
        Assert.Equal(first.Sids(), (await client.Http.Get(second.Meta("previous_page_url")!)).Sids());
    }

    [Theory]
    [InlineData("PageSize=101")]
    [InlineData("PageSize=1000")]
    [InlineData("PageSize=0")]
    [InlineData("Limit=10")]
    [InlineData("Status=open")]
    [InlineData("PageToken=abc")]
    public async Task Other_parameters_and_larger_pages_are_refused(string query)
    {
        using var client = ProxyClient.Sample();
        (await client.Http.Get($"{client.Sessions}?{query}")).Refused(400, 20001);
    }

    [Fact]
    public async Task A_page_holds_a_hundred()
    {
        using var client = ProxyClient.Sample();
        Assert.Equal(100, (await client.Http.Get(client.Sessions + "?PageSize=100")).Items().Length);
    }

    [Fact]
    public async Task Addresses_name_the_host_that_is_published()
    {
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        server.PublishAt(new Uri("http://127.0.0.1:8765"));
        using var client = new ProxyClient(server);
        var created = await client.Create();
        var address = $"http://127.0.0.1:8765/proxy{client.Sessions}";
        Assert.Equal($"{address}/{created.Text("sid")}", created.Text("url"));
        var links = created.Json.GetProperty("links").EnumerateObject().Select(link => link.Value.GetString());
        Assert.All(links, link => Assert.StartsWith($"{address}/{created.Text("sid")}/", link));
        await client.Create();
        Assert.StartsWith(address, (await client.Http.Get(client.Sessions + "?PageSize=1")).Meta("next_page_url"));
    }
}
