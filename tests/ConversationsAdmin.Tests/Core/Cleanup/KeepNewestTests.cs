using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

public sealed class KeepNewestTests
{
    [Fact]
    public async Task Of_each_who_takes_part_the_newest_are_kept()
    {
        using var server = new ConversationServer(
            Row(1, "2026-01-01").With("ann"),
            Row(2, "2026-01-02").With("ann"),
            Row(3, "2026-01-03").With("ann", "bob"),
            Row(4, "2026-01-04").With("ann"),
            Row(5, "2026-01-05").With("bob"));
        Assert.Equal(Sids(server, 0, 1, 2), await server.FindAsync(new CleanupCriteria { KeepNewest = 1 }));

        // The third is ann's second, and would be nobody's newest for one alone.
        Assert.Equal(Sids(server, 0, 1), await server.FindAsync(new CleanupCriteria { KeepNewest = 2 }));
        Assert.Equal(Sids(server, 0), await server.FindAsync(new CleanupCriteria { KeepNewest = 3 }));
        Assert.Empty(await server.FindAsync(new CleanupCriteria { KeepNewest = 4 }));
    }

    [Fact]
    public async Task What_other_criteria_leave_out_still_counts_among_the_newest()
    {
        using var server = new ConversationServer(Row(1, "2026-01-01").With("ann"), Row(2, "2026-01-02").With("ann"), Row(3, "2026-01-03").With("ann"));
        server.Rows[2].State = "closed";
        Assert.Equal(Sids(server, 0, 1), await server.FindAsync(new CleanupCriteria { State = "active", KeepNewest = 1 }));
        Assert.DoesNotContain("State", server.Requests[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_many_are_kept_also_where_all_are_of_one_time()
    {
        using var server = new ConversationServer([.. Enumerable.Range(1, 5).Select(number => Row(number, "2026-01-01").With("ann"))]);
        Assert.Equal(Sids(server, 2, 3, 4), await server.FindAsync(new CleanupCriteria { KeepNewest = 2 }));
    }

    [Fact]
    public async Task Who_is_there_twice_is_one_and_names_of_other_case_are_two()
    {
        using var server = new ConversationServer(Row(1, "2026-01-01").With("ann", "ann"), Row(2, "2026-01-02").With("ann"), Row(3, "2026-01-03").With("Ann"));
        Assert.Equal(Sids(server, 0), await server.FindAsync(new CleanupCriteria { KeepNewest = 1 }));
    }

    [Fact]
    public async Task Who_has_no_identity_is_known_by_the_address()
    {
        using var server = new ConversationServer(Row(1, "2026-01-01"), Row(2, "2026-01-02"), Row(3, "2026-01-03"), Row(4, "2026-01-04"));
        server.Rows[0].Participants.Add("""{"sid":"MB1","identity":null,"messaging_binding":{"type":"sms","address":"+15550001","proxy_address":"+15559999"}}""");
        server.Rows[1].Participants.Add("""{"sid":"MB2","identity":null,"messaging_binding":{"type":"sms","address":"+15550001","proxy_address":"+15559999"}}""");
        server.Rows[2].Participants.Add("""{"sid":"MB3","identity":null,"messaging_binding":{"type":"sms","projected_address":"+15550001"}}""");
        server.Rows[3].Participants.Add("""{"sid":"MB4","identity":null,"messaging_binding":null}""");
        Assert.Equal(Sids(server, 0, 1), await server.FindAsync(new CleanupCriteria { KeepNewest = 1 }));
    }

    [Fact]
    public async Task What_has_no_date_is_not_known_to_be_old()
    {
        using var server = new ConversationServer(Row(1, "2026-01-01").With("ann"), new ConversationRow(2) { Created = null, Updated = null }.With("ann"));
        Assert.Equal(Sids(server, 0), await server.FindAsync(new CleanupCriteria { KeepNewest = 1 }));
    }

    [Fact]
    public async Task The_last_message_counts_where_nothing_else_shows_it()
    {
        using var server = new ConversationServer(
            Row(1, "2026-01-01").With("ann").Said("2026-06-01T00:00:00Z"), Row(2, "2026-02-01").With("ann"), Row(3, "2026-03-01").With("ann").Said("2026-03-02T00:00:00Z"));
        Assert.Equal(Sids(server, 1, 2), await server.FindAsync(new CleanupCriteria { KeepNewest = 1 }));
    }

    [Fact]
    public async Task Who_joined_since_keeps_it()
    {
        using var server = new ConversationServer(Row(1, "2026-01-01").With("ann"), Row(2, "2026-02-01").With("ann"));
        var plan = await server.PlanAsync(new CleanupCriteria { KeepNewest = 1 });
        server.Rows[0].With("bob");
        var outcome = Assert.Single(await server.RunAsync(plan));
        Assert.Equal(RemovalStatus.Skipped, outcome.Status);
        Assert.Empty(server.Writes);
    }

    private static ConversationRow Row(int number, string day) => new(number) { Created = $"{day}T00:00:00Z", Updated = $"{day}T00:00:00Z" };

    private static string[] Sids(ConversationServer server, params int[] rows) => [.. rows.Select(row => server.Rows[row].Sid)];
}
