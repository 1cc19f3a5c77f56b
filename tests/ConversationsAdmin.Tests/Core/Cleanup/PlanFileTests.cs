using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Tests.Core.Files;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>A plan in a file, which a person reads and may edit.</summary>
public sealed class PlanFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string FilePath => folder.FileNamed("plan.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        using var server = new ConversationServer(
            new ConversationRow(1) { FriendlyName = "Line\nbreak, \"quote\", ]} and ümlaut 😀", Attributes = """{"n":1.5,"t":"x"}""" }.Said("2026-02-01T00:00:00Z"),
            new ConversationRow(2) { Created = null, Attributes = """{"n":1.5,"t":"x"}""" });
        var criteria = new CleanupCriteria
        {
            UpdatedBefore = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(7),
            Name = ["*"],
            Attribute = new Dictionary<string, object?> { ["n"] = 1.5, ["t"] = "x" },
            Exclude = ["CH000000000000000000000000000000FF"],
        };
        var plan = CleanupPlanFile.Write(await server.PlanAsync(criteria), FilePath, overwrite: false);
        var read = CleanupPlanFile.Read(FilePath);
        Assert.Equal(FilePath, plan.Path);
        Assert.Equal(plan.Items, read.Items);
        Assert.Equal((plan.PlanId, plan.Account, plan.ConnectionName, plan.Container, plan.CreatedAt, plan.Listed, plan.ResourceType, FilePath),
            (read.PlanId, read.Account, read.ConnectionName, read.Container, read.CreatedAt, read.Listed, read.ResourceType, read.Path));
        Assert.Equal(plan.Criteria.ToString(), read.Criteria.ToString());
        Assert.Equal(criteria.UpdatedBefore, read.Criteria.UpdatedBefore);
        Assert.Equal(criteria.Exclude, read.Criteria.Exclude);
        Assert.All(await server.RunAsync(read), outcome => Assert.Equal(RemovalStatus.Removed, outcome.Status));
    }

    [Theory]
    [InlineData("closed", null, null, false, false, null)]
    [InlineData(null, "2026-01-01", null, true, false, null)]
    [InlineData(null, null, "2026-01-01", false, true, null)]
    [InlineData("active", "2026-01-01", "2026-01-01", false, true, 3)]
    public async Task All_criteria_are_read_again(string? state, string? created, string? lastMessage, bool noParticipant, bool noMessage, int? keep)
    {
        using var server = new ConversationServer();
        var criteria = new CleanupCriteria
        {
            State = state,
            CreatedBefore = Date(created),
            LastMessageBefore = Date(lastMessage),
            NoParticipant = noParticipant,
            NoMessage = noMessage,
            KeepNewest = keep,
        };
        CleanupPlanFile.Write(await server.PlanAsync(criteria), FilePath, overwrite: false);
        var read = CleanupPlanFile.Read(FilePath);
        Assert.Equal(criteria.ToString(), read.Criteria.ToString());
        Assert.Empty(read.Items);

        static DateTimeOffset? Date(string? text) => text is null ? null : DateTimeOffset.Parse($"{text}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task It_holds_no_secret_has_one_line_for_each_item_and_is_its_owners_alone()
    {
        using var server = new ConversationServer([.. Enumerable.Range(1, 20).Select(number => new ConversationRow(number))]);
        CleanupPlanFile.Write(await server.PlanAsync(new CleanupCriteria { Name = ["*"] }), FilePath, overwrite: false);
        var text = File.ReadAllText(FilePath);
        Assert.DoesNotContain(Connect.Secret, text, StringComparison.Ordinal);
        Assert.Equal(20, File.ReadLines(FilePath).Count(line => Regex.IsMatch(line, @"^\{""target"":""CH[0-9a-f]{32}"".*\},?$")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_line_may_be_taken_out(int line)
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2), new ConversationRow(3));
        var plan = CleanupPlanFile.Write(await server.PlanAsync(new CleanupCriteria { Name = ["*"] }), FilePath, overwrite: false);
        var kept = plan.Items[line].Target;
        File.WriteAllLines(FilePath, File.ReadAllLines(FilePath).Where(text => !text.Contains($"\"{kept}\"", StringComparison.Ordinal)));
        var read = CleanupPlanFile.Read(FilePath);
        Assert.Equal(plan.Items.Where(item => item.Target != kept), read.Items);
        Assert.Equal(2, read.Counts.Sum(count => count.Count));
    }

    [Fact]
    public async Task All_lines_may_be_taken_out()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        CleanupPlanFile.Write(await server.PlanAsync(new CleanupCriteria { Name = ["*"] }), FilePath, overwrite: false);
        File.WriteAllLines(FilePath, File.ReadAllLines(FilePath).Where(text => !text.StartsWith("{\"target\"", StringComparison.Ordinal)));
        Assert.Empty(CleanupPlanFile.Read(FilePath).Items);
    }

    [Fact]
    public async Task An_editor_may_add_its_mark_and_other_line_ends()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        CleanupPlanFile.Write(await server.PlanAsync(new CleanupCriteria { Name = ["*"] }), FilePath, overwrite: false);
        File.WriteAllText(FilePath, File.ReadAllText(FilePath).Replace("\n", "\r\n", StringComparison.Ordinal), new System.Text.UTF8Encoding(true));
        Assert.Single(CleanupPlanFile.Read(FilePath).Items);
    }

    [Theory]
    [InlineData("\"target\":\"CH00000000000000000000000000000002\"", "\"target\":\"CH00000000000000000000000000000001\"", "CH00000000000000000000000000000001 stands in it twice")]
    [InlineData("\"target\":\"CH00000000000000000000000000000002\"", "\"target\":\"CH1\"", "'CH1'")]
    [InlineData("\"target\":\"CH00000000000000000000000000000002\"", "\"target\":\"\"", "the identifier is blank")]
    [InlineData("\"target\":\"CH00000000000000000000000000000002\"", "\"target\":null", "the identifier is blank")]
    [InlineData("\"target\":\"CH00000000000000000000000000000002\"", "\"target\":\"KC00000000000000000000000000000002\"", "a session SID")]
    [InlineData("\"target\":\"CH00000000000000000000000000000002\"", "\"target\":\"CH0000000000000000000000000000/002\"", "is not a conversation SID")]
    [InlineData("\"target\":\"CH00000000000000000000000000000002\"", "\"name\":\"x\"", "the identifier is blank")]
    [InlineData("\"target\":\"CH00000000000000000000000000000002\"", "\"uniqueName\":\"x\",\"target\":\"CH00000000000000000000000000000002\"", "uniqueName")]
    [InlineData("\"fingerprint\":\"1:", "\"fingerprint\":\"\",\"name\":\"1:", "no fingerprint")]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":2,\"new\":1", "schemaVersion is 2")]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":\"1\"", "schemaVersion")]
    [InlineData("\"schemaVersion\":1,", "", "schemaVersion")]
    [InlineData("ConversationsAdmin.CleanupPlan", "ConversationsAdmin.Journal", "no plan")]
    [InlineData("\"provider\":\"Twilio\"", "\"provider\":\"Telnyx\"", "is not of 'Telnyx'")]
    [InlineData("\"provider\":\"Twilio\"", "\"provider\":\"0\"", "is not of '0'")]
    [InlineData("\"resourceType\":\"ConvConversation\"", "\"resourceType\":\"ConvService\"", "ConvService")]
    [InlineData("\"container\":\"IS00000000000000000000000000000001\"", "\"container\":\"KS00000000000000000000000000000001\"", "a proxy service SID")]
    [InlineData("\"container\":\"IS00000000000000000000000000000001\",", "", "the identifier is blank")]
    [InlineData("\"createdAt\":\"", "\"createdAt\":\"soon, ", "createdAt")]
    [InlineData("\"planId\":\"", "\"planId\":\"\",\"host\":\"", "planId")]
    [InlineData("\"criteria\":{", "\"criteria\":null,\"listed\":1}{", "")]
    [InlineData("\"criteria\":{", "\"criteria\":{\"olderThan\":5,", "olderThan")]
    [InlineData("\"keepNewest\"", "\"keepnewest\"", "keepnewest")]
    public async Task What_no_plan_can_hold_is_refused(string from, string to, string expected)
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2));
        CleanupPlanFile.Write(await server.PlanAsync(new CleanupCriteria { Name = ["*"] }) with { Criteria = new CleanupCriteria { KeepNewest = 1 } }, FilePath, overwrite: false);
        var text = File.ReadAllText(FilePath);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(FilePath, text.Replace(from, to, StringComparison.Ordinal));
        AssertUnreadable(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("[{\"sid\":\"CH1\"}]")]
    [InlineData("{\"type\":1}")]
    [InlineData("{\"type\":\"ConversationsAdmin.CleanupPlan\"}")]
    [InlineData("{\"type\":\"ConversationsAdmin.CleanupPlan\",\"schemaVersion\":1}")]
    [InlineData("sid,name\nCH1,one\n")]
    [InlineData("\0\0\0\0")]
    public void What_is_no_plan_is_refused(string content)
    {
        File.WriteAllText(FilePath, content);
        AssertUnreadable("");
    }

    [Theory]
    [InlineData("criteria")]
    [InlineData("items")]
    [InlineData("planId")]
    [InlineData("host")]
    [InlineData("connectionName")]
    [InlineData("resourceType")]
    [InlineData("provider")]
    public async Task Null_is_refused(string member)
    {
        using var server = new ConversationServer(new ConversationRow(1));
        CleanupPlanFile.Write(await server.PlanAsync(new CleanupCriteria { Name = ["*"] }), FilePath, overwrite: false);
        var plan = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(FilePath))!;
        plan[member] = null;
        File.WriteAllText(FilePath, plan.ToJsonString());
        AssertUnreadable("");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("attribute")]
    [InlineData("exclude")]
    public async Task Null_criteria_ask_for_nothing(string member)
    {
        using var server = new ConversationServer(new ConversationRow(1));
        CleanupPlanFile.Write(await server.PlanAsync(new CleanupCriteria { State = "active" }), FilePath, overwrite: false);
        var plan = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(FilePath))!;
        plan["criteria"]![member] = null;
        File.WriteAllText(FilePath, plan.ToJsonString());
        Assert.Equal("state active", CleanupPlanFile.Read(FilePath).Criteria.ToString());
    }

    [Fact]
    public async Task A_file_that_is_cut_is_refused()
    {
        using var server = new ConversationServer([.. Enumerable.Range(1, 5).Select(number => new ConversationRow(number))]);
        CleanupPlanFile.Write(await server.PlanAsync(new CleanupCriteria { Name = ["*"] }), FilePath, overwrite: false);
        var text = File.ReadAllText(FilePath).TrimEnd();
        for (var length = text.Length - 1; length > 0; length -= 37)
        {
            File.WriteAllText(FilePath, text[..length]);
            AssertUnreadable("");
        }
    }

    [Fact]
    public void What_is_not_there_is_refused() => AssertUnreadable("");

    [Fact]
    public async Task A_file_that_is_there_is_not_replaced_unless_that_is_said()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(new CleanupCriteria { Name = ["*"] });
        File.WriteAllText(FilePath, "mine");
        Assert.Equal("FileExists", Assert.Throws<RunFileException>(() => CleanupPlanFile.RefuseExisting(FilePath, overwrite: false)).ErrorId);
        Assert.Equal("FileExists", Assert.Throws<RunFileException>(() => CleanupPlanFile.Write(plan, FilePath, overwrite: false)).ErrorId);
        Assert.Equal("mine", File.ReadAllText(FilePath));
        CleanupPlanFile.Write(plan, FilePath, overwrite: true);
        Assert.Equal(plan.PlanId, CleanupPlanFile.Read(FilePath).PlanId);
        Assert.Equal([FilePath], Directory.GetFiles(Path.GetDirectoryName(FilePath)!));
    }

    [Fact]
    public async Task A_place_where_nothing_can_be_written_is_refused_before_work_is_done()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(new CleanupCriteria { Name = ["*"] });
        var nowhere = Path.Combine(folder.FileNamed("missing"), "plan.json");
        var isFolder = Path.GetDirectoryName(FilePath)!;
        foreach (var (path, overwrite) in new[] { (nowhere, false), (nowhere, true), (isFolder, false), (isFolder, true) })
        {
            Assert.Equal("FileNotWritable", Assert.Throws<RunFileException>(() => CleanupPlanFile.RefuseExisting(path, overwrite)).ErrorId);
            Assert.Equal("FileNotWritable", Assert.Throws<RunFileException>(() => CleanupPlanFile.Write(plan, path, overwrite)).ErrorId);
        }

        Assert.Empty(Directory.GetFileSystemEntries(isFolder));
    }

    [Fact]
    public async Task A_plan_of_hundreds_of_thousands_is_read_again()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        var plan = await server.PlanAsync(new CleanupCriteria { Name = ["*"] });
        var many = plan with { Items = [.. Enumerable.Range(1, 200_000).Select(number => plan.Items[0] with { Target = $"CH{number:x32}", ConversationSid = $"CH{number:x32}" })] };
        CleanupPlanFile.Write(many, FilePath, overwrite: false);
        Assert.Equal(many.Items, CleanupPlanFile.Read(FilePath).Items);
    }

    private void AssertUnreadable(string expected)
    {
        var refused = Assert.Throws<RunFileException>(() => CleanupPlanFile.Read(FilePath));
        Assert.Equal(("PlanUnreadable", FilePath), (refused.ErrorId, refused.Path));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Give a file that", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ConversationsAdmin.Core", refused.Message, StringComparison.Ordinal);
    }
}
