using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ConversationsAdmin.Cli.Cleanup;
using ConversationsAdmin.Core.Cleanup;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>The schema beside the program says what the program reads, and the example is such a policy.</summary>
public sealed class PolicySchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Beside("cleanup-policy.schema.json")))!.AsObject();

    private static JsonObject Criteria => Schema["properties"]!["criteria"]!.AsObject();

    [Fact]
    public void It_has_the_members_of_a_policy_and_no_others() => Assert.Equal(Members(typeof(CleanupPolicy)), Described(Schema));

    [Fact]
    public void It_has_the_criteria_of_a_policy_and_no_others() => Assert.Equal(Members(typeof(CleanupPolicy.CriteriaOfPolicy)), Described(Criteria));

    [Fact]
    public void It_demands_what_a_policy_demands()
    {
        var required = CleanupPolicy.Options.GetTypeInfo(typeof(CleanupPolicy)).Properties.Where(member => member.IsRequired).Select(member => member.Name);
        Assert.Equal(required.Order(), Schema["required"]!.AsArray().Select(name => (string?)name).Order());
    }

    [Fact]
    public void It_refuses_what_it_does_not_know_and_describes_what_it_knows()
    {
        foreach (var node in new[] { Schema, Criteria })
        {
            Assert.False((bool)node["additionalProperties"]!);
            Assert.All(node["properties"]!.AsObject(), member => Assert.EndsWith(".", (string?)member.Value!["description"]));
        }
    }

    [Fact]
    public void It_names_the_types_and_the_states_that_there_are()
    {
        Assert.Equal(CleanupResources.All.Select(resource => resource.ResourceType).Order(), Values(Schema["properties"]!["resourceType"]!));
        Assert.Equal(CleanupResources.All.SelectMany(resource => resource.States).Distinct().Order(), Values(Criteria["properties"]!["state"]!));
        Assert.Equal(CleanupPolicy.CurrentVersion, (int)Schema["properties"]!["schemaVersion"]!["const"]!);
    }

    [Theory]
    [InlineData("90d", true)]
    [InlineData("36h", true)]
    [InlineData("90", false)]
    [InlineData("d", false)]
    [InlineData("-5d", false)]
    [InlineData("1w", false)]
    public void Its_ages_are_those_of_the_program(string age, bool isOne)
    {
        Assert.Equal(isOne, Age.Parse(age) is not null);
        Assert.Equal(isOne, System.Text.RegularExpressions.Regex.IsMatch(age, (string)Schema["$defs"]!["age"]!["pattern"]!));
    }

    [Fact]
    public void The_example_is_a_policy_and_its_files_lie_beside_it()
    {
        var path = Beside("cleanup-policy.example.jsonc");
        var job = CleanupPolicyFile.Read(path, new DateTimeOffset(2026, 5, 4, 23, 30, 0, TimeSpan.FromHours(-3)));
        Assert.Equal(Beside("cleanup-2026-05-05.journal.jsonl"), job.Steps.JournalPath);
        Assert.Equal(Beside("cleanup-2026-05-05.archive.jsonl.gz"), job.Steps.ArchivePath);
        Assert.Equal((50_000, 100, "closed"), (job.Limits.MaxItem, job.MaxErrors, job.Criteria.State));
        Assert.Single(job.Criteria.Exclude);
        Assert.True(File.Exists(Beside("cleanup-policy.schema.json")));
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static List<string> Members(Type type) =>
        [.. CleanupPolicy.Options.GetTypeInfo(type).Properties.Select(member => $"{member.Name} {KindOf(member)}").Order()];

    private static string KindOf(JsonPropertyInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return type == typeof(string) ? "string"
            : type == typeof(bool) ? "boolean"
            : type == typeof(int) ? "integer"
            : type == typeof(double) ? "number"
            : type == typeof(IReadOnlyList<string>) ? "array"
            : "object";
    }

    private static List<string> Described(JsonObject node) => [.. node["properties"]!.AsObject().Select(member => $"{member.Key} {TypeOf(member.Value!)}").Order()];

    private static string TypeOf(JsonNode member) =>
        (string?)member["type"] ?? (string)Schema["$defs"]![((string)member["$ref"]!).Split('/')[^1]]!["type"]!;

    private static IEnumerable<string?> Values(JsonNode member) => member["enum"]!.AsArray().Select(value => (string?)value).Order();
}
