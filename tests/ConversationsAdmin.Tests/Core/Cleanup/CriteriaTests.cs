using System.Globalization;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>What criteria find, against a list that heeds no filter.</summary>
public sealed class CriteriaTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-02-28T23:59:59Z", true)]
    [InlineData("2026-03-01T00:00:00Z", false)]
    [InlineData("2026-03-01T00:00:01Z", false)]
    [InlineData("2026-03-01T00:59:59+01:00", true)]
    [InlineData(null, false)]
    public async Task Before_means_before_and_what_has_no_date_is_not_known_to_be_old(string? date, bool isFound)
    {
        using var server = new ConversationServer(new ConversationRow(1) { Created = date, Updated = date, State = "closed" });
        Assert.Equal(isFound, (await server.FindAsync(new CleanupCriteria { CreatedBefore = March })).Count == 1);
        Assert.Equal(isFound, (await server.FindAsync(new CleanupCriteria { UpdatedBefore = March })).Count == 1);
        Assert.Equal(isFound, (await server.FindAsync(new CleanupCriteria { LastMessageBefore = March })).Count == 1);
    }

    [Theory]
    [InlineData("2026-02-28T23:59:59Z", true)]
    [InlineData("2026-03-01T00:00:00Z", false)]
    [InlineData(null, false)]
    public async Task The_newest_message_counts_and_one_without_a_date_is_not_known_to_be_old(string? date, bool isFound)
    {
        foreach (var state in new[] { "active", "inactive", "closed" })
        {
            using var server = new ConversationServer(new ConversationRow(1) { State = state }.Said("2026-01-02T00:00:00Z").Said(date));
            Assert.Equal(isFound, (await server.FindAsync(new CleanupCriteria { LastMessageBefore = March })).Count == 1);
        }
    }

    [Fact]
    public async Task A_state_that_the_list_did_not_heed_does_not_pass()
    {
        using var server = new ConversationServer(
            new ConversationRow(1), new ConversationRow(2) { State = "closed" }, new ConversationRow(3) { State = null }, new ConversationRow(4) { State = "archived" });
        Assert.Equal([server.Rows[1].Sid], await server.FindAsync(new CleanupCriteria { State = "closed" }));
    }

    [Fact]
    public async Task Only_those_without_a_message_or_without_a_participant_are_found()
    {
        using var server = new ConversationServer(
            new ConversationRow(1), new ConversationRow(2).Said("2026-01-01T00:00:00Z"), new ConversationRow(3).With("ann"), new ConversationRow(4).With("ann").Said(null));
        Assert.Equal(Sids(server, 0, 2), await server.FindAsync(new CleanupCriteria { NoMessage = true }));
        Assert.Equal(Sids(server, 0, 1), await server.FindAsync(new CleanupCriteria { NoParticipant = true }));
        Assert.Equal(Sids(server, 0), await server.FindAsync(new CleanupCriteria { NoMessage = true, NoParticipant = true }));
    }

    [Fact]
    public async Task All_that_is_given_must_hold()
    {
        using var server = new ConversationServer([.. Enumerable.Range(1, 7).Select(Fitting)]);
        server.Rows[1].State = "active";
        server.Rows[2].Created = "2026-04-01T00:00:00Z";
        server.Rows[3].Updated = "2026-04-01T00:00:00Z";
        server.Rows[4].FriendlyName = "Customer";
        server.Rows[5].Attributes = """{"test":false}""";
        server.Rows[6].With("ann");
        var criteria = new CleanupCriteria
        {
            State = "closed",
            CreatedBefore = March,
            UpdatedBefore = March,
            LastMessageBefore = March,
            NoMessage = true,
            NoParticipant = true,
            Name = ["test*"],
            Attribute = new Dictionary<string, object?> { ["test"] = true },
        };
        Assert.Equal(Sids(server, 0), await server.FindAsync(criteria));
        Assert.Empty(await server.FindAsync(criteria with { Exclude = [server.Rows[0].Sid] }));

        static ConversationRow Fitting(int number) => new(number) { State = "closed", FriendlyName = $"Test {number}", Attributes = """{"test":true}""" };
    }

    [Fact]
    public async Task What_is_excluded_is_kept_in_whatever_case_it_is_written()
    {
        using var server = new ConversationServer(new ConversationRow(0xAB), new ConversationRow(0xCD), new ConversationRow(0xEF));
        var upper = "CH" + server.Rows[1].Sid[2..].ToUpperInvariant();
        Assert.Equal(Sids(server, 2), await server.FindAsync(new CleanupCriteria { Name = ["*"], Exclude = [server.Rows[0].Sid, upper] }));
    }

    [Theory]
    [InlineData("Test*", "test 1", true)]
    [InlineData("Test*", "a test", false)]
    [InlineData("*", null, true)]
    [InlineData("*", "", true)]
    [InlineData("?", null, false)]
    [InlineData("?*", null, false)]
    [InlineData("T?st", "TEST", true)]
    [InlineData("T?st", "Tst", false)]
    [InlineData("test", "test", true)]
    [InlineData("test", "test 2", false)]
    [InlineData("*(1).+$^{2}|*", "a (1).+$^{2}| b", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("*.*", "no dot", false)]
    [InlineData("a<b>\"c", "a<b>\"c", true)]
    [InlineData("<", "anything", false)]
    [InlineData("*ÄRGER*", "viel ärger", true)]
    [InlineData("ILIKE*", "ilike", true)]
    [InlineData("*line*two*", "line\ntwo", true)]
    public async Task A_name_is_like_its_pattern_in_any_culture(string pattern, string? name, bool isFound)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            using var server = new ConversationServer(new ConversationRow(1) { FriendlyName = name });
            Assert.Equal(isFound, (await server.FindAsync(new CleanupCriteria { Name = [pattern] })).Count == 1);
            Assert.Equal(isFound, (await server.FindAsync(new CleanupCriteria { Name = ["something else", pattern] })).Count == 1);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Both_names_are_looked_at()
    {
        using var server = new ConversationServer(new ConversationRow(1) { UniqueName = "test-1" }, new ConversationRow(2) { FriendlyName = "Test", UniqueName = "x" }, new ConversationRow(3));
        var plan = await server.PlanAsync(new CleanupCriteria { Name = ["test*"] });
        Assert.Equal(["test-1", "Test"], plan.Items.Select(item => item.Name));
    }

    [Fact]
    public async Task Half_a_character_in_a_name_costs_nothing()
    {
        using var server = new ConversationServer(new ConversationRow(1) { FriendlyName = "NAME" }) { Instead = request => null };
        server.Instead = request => request.Path.EndsWith("/Conversations", StringComparison.Ordinal)
            ? Wire.WireAnswer.Json(200, $$"""{"meta":{"key":"conversations","next_page_url":null},"conversations":[{{server.Rows[0].ToJson().Replace("NAME", @"test \ud83d", StringComparison.Ordinal)}}]}""")
            : null;
        Assert.Single(await server.FindAsync(new CleanupCriteria { Name = ["test ?"] }));
        Assert.Empty(await server.FindAsync(new CleanupCriteria { Name = ["test"] }));
    }

    private static string[] Sids(ConversationServer server, params int[] rows) => [.. rows.Select(row => server.Rows[row].Sid)];
}
