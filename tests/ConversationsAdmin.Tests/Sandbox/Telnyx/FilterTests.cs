using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public sealed class FilterTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly TelnyxClient client;

    public FilterTests() => client = TelnyxClient.Empty(time: time);

    // Twelve o'clock on the first, second, third and fourth of March.
    public async ValueTask InitializeAsync()
    {
        await client.New("Voice one", new { agent = "+13125550100", tier = "gold", a = "x,y" });
        time.Advance(TimeSpan.FromDays(1));
        await client.New("voice two", new { agent = "+13125550101", tier = "basic", ai_disabled = true });
        time.Advance(TimeSpan.FromDays(1));
        await client.New("100% (new)", new { agent = "sip:x@example.com", count = 5 });
        time.Advance(TimeSpan.FromDays(1));
        await client.New("100 new", new { tier = "gold", dotted = "a.b" });
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Finds(string expected, params (string Name, string Value)[] query)
    {
        var names = new[] { "Voice one", "voice two", "100% (new)", "100 new" };
        var found = (await client.List([.. query, ("order", "created_at.asc")])).Names;
        Assert.Equal(expected, string.Concat(found.Select(name => Array.IndexOf(names, name) + 1)));
    }

    [Theory]
    [InlineData("eq.Voice one", "1")]
    [InlineData("neq.Voice one", "234")]
    [InlineData("gt.Voice one", "2")]
    [InlineData("gte.Voice one", "12")]
    [InlineData("lt.Voice one", "34")]
    [InlineData("lte.Voice one", "134")]
    [InlineData("like.Voice%", "1")]
    [InlineData("like.Voice*", "1")]
    [InlineData("ilike.VOICE*", "12")]
    [InlineData("like.*o*e*", "12")]
    [InlineData("like.%new", "4")]
    [InlineData("like.100_(new)", "")]
    [InlineData("like.100__(new)", "3")]
    [InlineData("like.100\\%*", "3")]
    [InlineData("like.100", "")]
    [InlineData("in.(Voice one,100 new)", "14")]
    [InlineData("in.(\"100% (new)\",x)", "3")]
    [InlineData("in.()", "")]
    [InlineData("not.in.(Voice one,100 new)", "23")]
    [InlineData("not.like.*o*", "34")]
    [InlineData("is.null", "")]
    [InlineData("not.is.null", "1234")]
    public Task Names_compare_as_text(string filter, string expected) => Finds(expected, ("name", filter));

    [Theory]
    [InlineData("eq.2026-03-02T12:00:00Z", "2")]
    [InlineData("eq.2026-03-02T14:00:00.000+02:00", "2")]
    [InlineData("eq.2026-03-02T12:00:00", "2")]
    [InlineData("eq.2026-03-02", "")]
    [InlineData("neq.2026-03-02T12:00Z", "134")]
    [InlineData("gte.2026-03-03", "34")]
    [InlineData("gt.2026-03-03T12:00:00Z", "4")]
    [InlineData("gte.2026-03-03T12:00:00Z", "34")]
    [InlineData("lt.2026-03-03T12:00:00Z", "12")]
    [InlineData("lte.2026-03-03T12:00:00Z", "123")]
    [InlineData("lte.2026-03-03T11:59:59.999Z", "12")]
    [InlineData("not.lt.2026-03-03T12:00:00Z", "34")]
    [InlineData("in.(2026-03-01T12:00:00Z,2026-03-04T12:00:00Z)", "14")]
    [InlineData("is.null", "")]
    [InlineData("not.is.null", "1234")]
    public async Task Dates_compare_as_moments(string filter, string expected)
    {
        await Finds(expected, ("created_at", filter));
        await Finds(expected, ("last_message_at", filter));
    }

    [Theory]
    [InlineData("metadata->tier", "eq.gold", "14")]
    [InlineData("metadata->tier", "neq.gold", "2")]
    [InlineData("metadata->tier", "not.eq.gold", "2")]
    [InlineData("metadata->tier", "is.null", "3")]
    [InlineData("metadata->tier", "not.is.null", "124")]
    [InlineData("metadata->agent", "eq.+13125550100", "1")]
    [InlineData("metadata->agent", "like.+1312555*", "12")]
    [InlineData("metadata->ai_disabled", "eq.true", "2")]
    [InlineData("metadata->count", "eq.5", "3")]
    [InlineData("metadata->dotted", "eq.a.b", "4")]
    [InlineData("metadata->nothing", "eq.a", "")]
    public Task Metadata_compares_as_text_where_there_is_any(string field, string filter, string expected) =>
        Finds(expected, (field, filter));

    [Theory]
    [InlineData("(name.eq.Voice one,name.eq.100 new)", "14")]
    [InlineData("(created_at.gte.2026-03-04,metadata->tier.eq.basic)", "24")]
    [InlineData("(created_at.gt.2026-03-03T12:00:00Z,and(created_at.eq.2026-03-03T12:00:00Z,name.gt.0))", "34")]
    [InlineData("(created_at.lt.2026-03-02,created_at.gt.2026-03-04)", "14")]
    [InlineData("(and(created_at.gte.2026-03-02,created_at.lt.2026-03-03),name.eq.100 new)", "24")]
    [InlineData("(not.and(created_at.gte.2026-03-02,created_at.lt.2026-03-04))", "14")]
    [InlineData("(and(metadata->tier.eq.gold,or(name.like.V*,name.like.v*)))", "1")]
    [InlineData("(name.not.like.*o*)", "34")]
    [InlineData("(metadata->a.eq.\"x,y\",name.eq.none)", "1")]
    [InlineData("(metadata->\"tier\".in.(gold,basic))", "124")]
    [InlineData("(metadata->tier.not.eq.gold,metadata->count.is.null)", "124")]
    [InlineData("(name.eq.\"100% (new)\")", "3")]
    public Task Alternatives_nest(string or, string expected) => Finds(expected, ("or", or));

    [Fact]
    public async Task All_that_is_given_has_to_hold()
    {
        await Finds("23", ("created_at", "gte.2026-03-02"), ("created_at", "lt.2026-03-04"));
        await Finds("4", ("metadata->tier", "eq.gold"), ("created_at", "gte.2026-03-02"));
        await Finds("1", ("or", "(name.like.V*,name.like.v*)"), ("or", "(metadata->tier.eq.gold,name.eq.x)"));
        await Finds("", ("created_at", "gte.2026-03-04"), ("created_at", "lt.2026-03-02"));
    }

    [Fact]
    public async Task Ids_are_found_in_either_case_and_need_not_be_ids()
    {
        var id = (await client.List(("name", "eq.voice two"))).Items[0].GetProperty("id").GetString()!;
        await Finds("2", ("id", $"eq.{id}"));
        await Finds("2", ("id", $"eq.{id.ToUpperInvariant()}"));
        await Finds("2", ("id", $"in.({id})"));
        await Finds("134", ("id", $"neq.{id}"));
        await Finds("", ("id", "eq.123"));
    }

    [Fact]
    public async Task A_plus_that_is_not_escaped_is_a_space()
    {
        Assert.Empty((await client.Get(TelnyxClient.Conversations + "?metadata-%3Eagent=eq.+13125550100")).Items);
        Assert.Single((await client.Get(TelnyxClient.Conversations + "?metadata-%3Eagent=eq.%2B13125550100")).Items);
        Assert.Equal(["Voice one"], (await client.Get(TelnyxClient.Conversations + "?name=eq.Voice+one")).Names);
        (await client.Get(TelnyxClient.Conversations + "?created_at=gte.2026-03-02T12:00:00+00:00")).Invalid("query/created_at");
    }
}
