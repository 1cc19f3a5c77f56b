using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>Attributes are any text that somebody wrote. What is found by them has the value, and the type, that was given.</summary>
public sealed class AttributeTests
{
    public static TheoryData<string, string, object?> Equal => new()
    {
        { """{"a":"b"}""", "a", "b" },
        { """{"a":""}""", "a", "" },
        { """{"a":true}""", "a", true },
        { """{"a":false}""", "a", false },
        { """{"a":1}""", "a", 1 },
        { """{"a":1.0}""", "a", 1 },
        { """{"a":10e-1}""", "a", 1m },
        { """{"a":0.1}""", "a", 0.1 },
        { """{"a":9007199254740993}""", "a", 9007199254740993L },
        { """{"a":-1}""", "a", -1 },
        { """{"a":null}""", "a", null },
        { """{"a":{"b":{"c":1}}}""", "a.b.c", 1 },
        { """{"a.b":1,"a":{"b":2}}""", "a.b", 1 },
        { """{"a":{"b.c":1}}""", "a.b.c", 1 },
        { """{"ü":"ä"}""", "ü", "ä" },
        { """{"\u0061":"\u0062"}""", "a", "b" },
        { """{"a":"\ud83d\ude00"}""", "a", "😀" },
        { """{"x":"\ud83d","a":1}""", "a", 1 },
        { """{"\ud83d":1,"a":1}""", "a", 1 },
    };

    public static TheoryData<string?, string, object?> Unequal => new()
    {
        { """{"a":"1"}""", "a", 1 },
        { """{"a":1}""", "a", "1" },
        { """{"a":"true"}""", "a", true },
        { """{"a":1}""", "a", true },
        { """{"a":0}""", "a", false },
        { """{"a":0}""", "a", null },
        { """{"a":""}""", "a", null },
        { """{"a":"null"}""", "a", null },
        { "{}", "a", null },
        { """{"A":1}""", "a", 1 },
        { """{"a":"B"}""", "a", "b" },
        { """{"a":[1]}""", "a", 1 },
        { """{"a":{}}""", "a", null },
        { """{"a":{"b":1}}""", "b", 1 },
        { """[{"a":1}]""", "a", 1 },
        { """{"a":1e400}""", "a", 1 },
        { """{"a":9007199254740993}""", "a", 9007199254740992L },
        { """{"a":"\ud83d"}""", "a", "\ufffd" },
        { """{"a":"\ud83d"}""", "a", "b" },
        { """{"\ud83d":1}""", "a", 1 },
        { """{"a":1""", "a", 1 },
        { "a=1", "a", 1 },
        { "", "a", null },
        { null, "a", null },
        { "null", "a", null },
        { "1", "a", 1 },
    };

    [Theory]
    [MemberData(nameof(Equal), DisableDiscoveryEnumeration = true)]
    public async Task It_has_the_value(string attributes, string name, object? value)
    {
        Assert.Single(await FindAsync(attributes, name, value));
    }

    [Theory]
    [MemberData(nameof(Unequal), DisableDiscoveryEnumeration = true)]
    public async Task It_does_not_have_the_value(string? attributes, string name, object? value) =>
        Assert.Empty(await FindAsync(attributes, name, value));

    [Fact]
    public async Task All_values_must_be_there()
    {
        using var server = new ConversationServer(new ConversationRow(1) { Attributes = """{"a":1,"b":2}""" }, new ConversationRow(2) { Attributes = """{"a":1}""" });
        var found = await server.FindAsync(new CleanupCriteria { Attribute = new Dictionary<string, object?> { ["a"] = 1, ["b"] = 2 } });
        Assert.Equal([server.Rows[0].Sid], found);
    }

    [Fact]
    public async Task What_is_nested_too_deep_to_be_read_has_no_value()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 200)) + "1" + new string('}', 200);
        Assert.Empty(await FindAsync(deep, string.Join('.', Enumerable.Repeat("a", 200)), 1));
    }

    private static async Task<IReadOnlyList<string>> FindAsync(string? attributes, string name, object? value)
    {
        using var server = new ConversationServer(new ConversationRow(1) { Attributes = attributes });
        return await server.FindAsync(new CleanupCriteria { Attribute = new Dictionary<string, object?> { [name] = value } });
    }
}
