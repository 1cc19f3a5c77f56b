using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public class FilterOptionTests
{
    private static async Task<TelnyxClient> Holding(SandboxOptions options, params string[] names)
    {
        var client = TelnyxClient.Empty(options);
        foreach (var name in names)
            await client.New(name, new { assistant_id = name });
        return client;
    }

    [Fact]
    public async Task Unknown_filters_can_be_ignored_as_the_provider_does()
    {
        using var client = await Holding(new SandboxOptions { IgnoreUnknownFilters = true }, "a", "b");
        Assert.Equal(2, (await client.List(("nmae", "eq.a"))).Items.Length);
        Assert.Equal(["a"], (await client.List(("name", "eq.a"))).Names);
        (await client.List(("name", "a"))).Invalid("query/name");
        var id = (await client.List()).Items[0].GetProperty("id").GetString()!;
        (await client.Get(TelnyxClient.One(id) + "/messages?page=2")).Expect(200);
        (await client.Get(TelnyxClient.One(id) + "?x=1")).Expect(200);
    }

    [Fact]
    public async Task Known_filters_can_be_ignored_too()
    {
        using var client = await Holding(new SandboxOptions { IgnoreFilters = "name, metadata->assistant_id,or,limit" }, "a", "b");
        Assert.Equal(2, (await client.List(("name", "eq.a"))).Items.Length);
        Assert.Equal(2, (await client.List(("metadata->assistant_id", "malformed"))).Items.Length);
        Assert.Equal(2, (await client.List(("or", "(name.eq.a)"), ("limit", "1"))).Items.Length);
        Assert.Empty((await client.List(("metadata->other", "eq.a"))).Items);
        (await client.List(("nmae", "eq.a"))).Invalid("query/nmae");
    }

    [Fact]
    public async Task A_list_can_have_a_limit_of_its_own()
    {
        using var client = await Holding(new SandboxOptions { MaxLimit = 2 }, "a", "b", "c");
        Assert.Equal(2, (await client.List()).Items.Length);
        Assert.Equal(2, (await client.List(("limit", "3"))).Items.Length);
        Assert.Single((await client.List(("limit", "1"))).Items);
    }

    [Fact]
    public async Task Without_a_limit_a_hundred_are_given_and_with_one_as_many_as_asked()
    {
        using var client = TelnyxClient.Filled(150);
        Assert.Equal(100, (await client.List()).Items.Length);
        Assert.Equal(150, (await client.List(("limit", "100000"))).Items.Length);
    }

    [Theory]
    [InlineData("IgnoreFilters", "", "metadata->key")]
    [InlineData("IgnoreFilters", "name,nmae", "metadata->key")]
    [InlineData("MaxLimit", "0", "1 or more")]
    [InlineData("MaxLimit", "many", "whole number")]
    [InlineData("PutMerges", "maybe", "true or false")]
    [InlineData("IgnoreUnknownFilters", "1", "true or false")]
    public void Options_are_checked(string name, string value, string expected)
    {
        var refusal = Assert.Throws<ArgumentException>(() => SandboxOptions.FromSettings([new(name, value)]));
        Assert.Contains(name, refusal.Message);
        Assert.Contains(expected, refusal.Message);
    }
}
