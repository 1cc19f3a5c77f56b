using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

public sealed class FilterRefusalTests : IDisposable
{
    private readonly TelnyxClient client = TelnyxClient.Empty();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("name", "Voice")]
    [InlineData("name", "")]
    [InlineData("name", "eq")]
    [InlineData("name", "equals.Voice")]
    [InlineData("name", "EQ.Voice")]
    [InlineData("name", "not.Voice")]
    [InlineData("name", "is.empty")]
    [InlineData("name", "in.Voice")]
    [InlineData("name", "in.(Voice")]
    [InlineData("name", "in.(Voice)x")]
    [InlineData("name", "in.(\"Voice)")]
    [InlineData("name", "like.Voice\\")]
    [InlineData("name", "fts.voice")]
    [InlineData("created_at", "2026-03-01")]
    [InlineData("created_at", "gte.yesterday")]
    [InlineData("created_at", "gte.2026-02-30")]
    [InlineData("created_at", "gte.03/01/2026")]
    [InlineData("created_at", "gte.")]
    [InlineData("created_at", "like.2026*")]
    [InlineData("created_at", "in.(2026-03-01,x)")]
    [InlineData("last_message_at", "lt.1767225600")]
    [InlineData("metadata->tier", "gold")]
    [InlineData("or", "name.eq.a,name.eq.b")]
    [InlineData("or", "()")]
    [InlineData("or", "(name.eq.a")]
    [InlineData("or", "(name.eq.a)x")]
    [InlineData("or", "(name.eq.a,)")]
    [InlineData("or", "(title.eq.a)")]
    [InlineData("or", "(name=eq.a)")]
    [InlineData("or", "(and(name.eq.a)")]
    [InlineData("or", "(not.name.eq.a)")]
    [InlineData("or", "(created_at.gte.soon)")]
    [InlineData("limit", "0")]
    [InlineData("limit", "-1")]
    [InlineData("limit", "ten")]
    [InlineData("limit", "1.5")]
    [InlineData("limit", "99999999999")]
    [InlineData("limit", "")]
    [InlineData("order", "created_at")]
    [InlineData("order", "created_at.down")]
    [InlineData("order", "created_at.desc.nullslast")]
    [InlineData("order", "created_at.desc,")]
    [InlineData("order", "title.asc")]
    [InlineData("order", "metadata->tier.asc")]
    [InlineData("order", "")]
    public async Task What_is_malformed_is_named(string name, string value) => (await client.List((name, value))).Invalid($"query/{name}");

    [Theory]
    [InlineData("creatd_at")]
    [InlineData("Name")]
    [InlineData("metadata")]
    [InlineData("metadata->")]
    [InlineData("metadata->>tier")]
    [InlineData("metadata->a->b")]
    [InlineData("and")]
    [InlineData("not.or")]
    [InlineData("offset")]
    [InlineData("select")]
    [InlineData("page[number]")]
    public async Task What_is_unknown_is_named(string name) => (await client.List((name, "eq.1"))).Invalid($"query/{name}");

    [Fact]
    public async Task Order_and_limit_are_given_once()
    {
        (await client.List(("limit", "1"), ("limit", "1"))).Invalid("query/limit");
        (await client.List(("order", "id.asc"), ("order", "name.asc"))).Invalid("query/order");
    }

    [Fact]
    public async Task Brackets_nest_only_so_deep()
    {
        static string Nested(int depth) => $"({string.Concat(Enumerable.Repeat("and(", depth))}name.eq.a{new string(')', depth + 1)}";
        (await client.List(("or", Nested(40)))).Expect(200);
        (await client.List(("or", Nested(4000)))).Invalid("query/or");
    }
}
