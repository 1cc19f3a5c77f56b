using System.Net;
using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

public sealed class SunshineListTests : IDisposable
{
    private readonly SunshineClient client = SunshineClient.Empty();

    public void Dispose() => client.Dispose();

    private async Task<string[]> Make(int count)
    {
        var ids = new string[count];
        for (var index = 0; index < count; index++)
            ids[index] = await client.NewGroup();
        return ids;
    }

    [Fact]
    public async Task A_single_page_has_neither_cursors_nor_links()
    {
        var ids = await Make(2);
        var page = (await client.Get(client.List)).Expect(HttpStatusCode.OK);
        Assert.Equal(ids, page.Ids);
        ExpectedJson.Is("""{"hasMore":false}""", page.Json.GetProperty("meta"));
        ExpectedJson.Is("{}", page.Json.GetProperty("links"));
    }

    [Fact]
    public async Task Cursors_lead_forth_and_back()
    {
        var ids = await Make(5);
        var first = await client.Get(client.List + "&page[size]=2");
        Assert.Equal(ids[..2], first.Ids);
        Assert.Equal((true, ids[1], null), (first.HasMore, first.After, first.Before));

        var second = await client.Get($"{client.List}&page[size]=2&page[after]={first.After}");
        Assert.Equal(ids[2..4], second.Ids);
        Assert.Equal((true, ids[3], ids[2]), (second.HasMore, second.After, second.Before));

        var last = await client.Get($"{client.List}&page[size]=2&page[after]={second.After}");
        Assert.Equal(ids[4..], last.Ids);
        Assert.Equal((false, null, ids[4]), (last.HasMore, last.After, last.Before));

        var back = await client.Get($"{client.List}&page[size]=2&page[before]={last.Before}");
        Assert.Equal(second.Ids, back.Ids);
        Assert.Equal((true, ids[3], ids[2]), (back.HasMore, back.After, back.Before));

        var start = await client.Get($"{client.List}&page[size]=3&page[before]={back.Before}");
        Assert.Equal(first.Ids, start.Ids);
        Assert.Equal((false, ids[1], null), (start.HasMore, start.After, start.Before));
    }

    [Fact]
    public async Task Links_are_the_neighbours_with_the_same_size_and_filter()
    {
        var ids = await Make(5);
        var list = $"{client.Conversations}?filter[userExternalId]={client.Server.SampleUserExternalId}&page[size]=2";
        var pages = await client.Pages(list);
        Assert.Equal([2, 2, 1], pages.Select(page => page.Ids.Length));
        Assert.Equal(ids, pages.SelectMany(page => page.Ids));
        Assert.StartsWith($"https://api.smooch.io{client.Conversations}?", pages[0].Next);
        Assert.Equal(pages[1].Ids, (await client.Get(pages[2].Previous!)).Ids);
        Assert.Null(pages[0].Previous);
    }

    [Fact]
    public async Task Deleting_page_by_page_misses_nothing()
    {
        var ids = await Make(7);
        var deleted = new List<string>();
        for (string? next = client.List + "&page[size]=2"; next is not null;)
        {
            var page = (await client.Get(next)).Expect(HttpStatusCode.OK);
            foreach (var id in page.Ids)
                (await client.Delete(client.One(id))).Expect(HttpStatusCode.OK);
            deleted.AddRange(page.Ids);
            next = page.Next;
        }
        Assert.Equal(ids, deleted);
    }

    [Fact]
    public async Task A_page_has_25_unless_told_and_100_at_most()
    {
        await Make(101);
        Assert.Equal(25, (await client.Get(client.List)).Ids.Length);
        Assert.Equal(100, (await client.Get(client.List + "&page[size]=100")).Ids.Length);
        Assert.Single((await client.Get(client.List + "&page[size]=1")).Ids);
    }

    [Theory]
    [InlineData("page[size]=0")]
    [InlineData("page[size]=101")]
    [InlineData("page[size]=-1")]
    [InlineData("page[size]=ten")]
    [InlineData("page[size]=")]
    [InlineData("page[size]=2&page[size]=2")]
    [InlineData("page[after]=1234")]
    [InlineData("page[before]=1234")]
    [InlineData("page[after]=000000000000000000000000")]
    [InlineData("page[after]=ID&page[before]=ID")]
    [InlineData("page[limit]=2")]
    [InlineData("limit=2")]
    [InlineData("filter[userExternalId]=crm-1001")]
    [InlineData("filter[type]=personal")]
    public async Task Other_parameters_are_refused(string parameters)
    {
        var id = (await Make(1))[0];
        (await client.Get($"{client.List}&{parameters.Replace("ID", id)}")).Refused(400, "bad_request");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?page[size]=2")]
    [InlineData("?filter[userId]=")]
    public async Task A_list_is_of_one_user(string query) =>
        (await client.Get(client.Conversations + query)).Refused(400, "bad_request");

    [Fact]
    public async Task Names_may_be_percent_encoded()
    {
        var ids = await Make(2);
        var page = await client.Get($"{client.Conversations}?filter%5BuserId%5D={client.Server.SampleUserId}&page%5Bafter%5D={ids[0]}");
        Assert.Equal(ids[1..], page.Ids);
    }

    [Theory]
    [InlineData("filter[userId]=000000000000000000000000")]
    [InlineData("filter[userId]=crm-1001")]
    [InlineData("filter[userExternalId]=nobody")]
    public async Task An_unknown_user_is_not_found(string filter) =>
        (await client.Get($"{client.Conversations}?{filter}")).Refused(404, "user_not_found");

    [Fact]
    public async Task A_cursor_of_another_user_is_none()
    {
        await Make(2);
        var foreign = (await client.Create("""{"type":"sdkGroup"}""")).Conversation.GetProperty("id").GetString();
        (await client.Get($"{client.List}&page[after]={foreign}")).Refused(400, "bad_request");
    }

    [Fact]
    public async Task Behind_a_socket_the_links_name_it()
    {
        await Make(3);
        await using var host = await SandboxHost.StartAsync([client.Server], 0, CancellationToken.None);
        client.Server.PublishAt(host.BaseAddress);
        using var other = new SunshineClient(client.Server, new SocketsHttpHandler(), host.BaseAddress);
        var pages = await other.Pages($"/sunshine{client.List}&page[size]=2");
        Assert.StartsWith($"{host.BaseAddress}sunshine{client.Conversations}?", pages[0].Next);
        Assert.Equal(2, pages.Count);
    }
}
