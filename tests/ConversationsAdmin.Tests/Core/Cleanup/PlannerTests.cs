using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>How a plan is made of what a provider answers, also where that is not as it should be.</summary>
public sealed class PlannerTests
{
    private static readonly CleanupCriteria Everything = new() { Name = ["*"] };

    [Fact]
    public async Task A_plan_changes_nothing_and_says_what_it_is_about()
    {
        using var server = new ConversationServer(new ConversationRow(1) { FriendlyName = "One" }.Said("2026-02-01T00:00:00Z"), new ConversationRow(2) { State = "closed" });
        var plan = await server.PlanAsync(Everything);
        Assert.All(server.Requests, request => Assert.Equal("GET", request.Method));
        Assert.Equal((2, 2, Requests.ServiceSid, Connect.AccountSid), (plan.ItemCount, plan.Listed, plan.Container, plan.Account.Account));
        Assert.Equal(("One", "active", "2026-02-01"), (plan.Items[0].Name, plan.Items[0].State, plan.Items[0].LastMessageAt?.ToString("yyyy-MM-dd")));
        Assert.Equal(2, plan.Items.Select(item => item.Fingerprint).Distinct().Count());
    }

    [Theory]
    [InlineData("IS99999999999999999999999999999999", Connect.AccountSid, "CH00000000000000000000000000000002")]
    [InlineData(null, Connect.AccountSid, "CH00000000000000000000000000000002")]
    [InlineData(Requests.ServiceSid, "AC99999999999999999999999999999999", "CH00000000000000000000000000000002")]
    [InlineData(Requests.ServiceSid, Connect.AccountSid, "")]
    [InlineData(Requests.ServiceSid, Connect.AccountSid, "MB00000000000000000000000000000002")]
    [InlineData(Requests.ServiceSid, Connect.AccountSid, "CH/../../../Services")]
    public async Task A_row_of_what_was_not_asked_for_ends_it(string? service, string account, string sid)
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2) { ServiceSid = service, AccountSid = account, Sid = sid });
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => server.PlanAsync(Everything));
        Assert.True(refused is RequestArgumentException or ProviderException, $"{refused}");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_vanishes_while_the_plan_is_made_is_not_planned()
    {
        using var server = new ConversationServer(new ConversationRow(1).With("ann"), new ConversationRow(2).With("ann"));
        var gone = server.Rows[0].Sid;
        server.Instead = request => request.Path.Contains(gone, StringComparison.Ordinal) ? WireAnswer.Json(404, """{"code":20404,"message":"gone","status":404}""") : null;
        Assert.Equal([server.Rows[1].Sid], await server.FindAsync(Everything));
        Assert.Empty(await server.FindAsync(new CleanupCriteria { KeepNewest = 1 }));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(401)]
    public async Task There_is_no_plan_of_a_part(int status)
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2), new ConversationRow(3));
        var bad = server.Rows[1].Sid;
        server.Instead = request => request.Path.Contains(bad, StringComparison.Ordinal) ? WireAnswer.Json(status, """{"code":20001,"message":"no","status":400}""") : null;
        await Assert.ThrowsAsync<ProviderResponseException>(() => server.PlanAsync(Everything));
    }

    [Fact]
    public async Task A_404_of_somebody_else_is_no_sign_that_it_vanished()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        server.Instead = request => request.Path.EndsWith("/Messages", StringComparison.Ordinal) ? WireAnswer.Text(404, "text/html", "<html>") : null;
        await Assert.ThrowsAnyAsync<ProviderException>(() => server.PlanAsync(Everything));
    }

    [Fact]
    public async Task Pages_that_shift_give_each_once()
    {
        var rows = Enumerable.Range(1, 4).Select(number => new ConversationRow(number) { State = "closed" }).ToArray();
        using var server = new ConversationServer();
        server.Instead = request => request.Query.Contains("Page=1", StringComparison.Ordinal) ? Page(rows[1..], null) : Page(rows[..3], $"https://conversations.twilio.com/v1/Services/{Requests.ServiceSid}/Conversations?Page=1&PageToken=t");
        var plan = await server.PlanAsync(Everything);
        Assert.Equal(rows.Select(row => row.Sid), plan.Items.Select(item => item.Target));
        Assert.Equal(4, plan.Listed);

        static WireAnswer Page(ConversationRow[] rows, string? next) => WireAnswer.Json(
            200,
            $$"""{"meta":{"key":"conversations","next_page_url":{{(next is null ? "null" : $"\"{next}\"")}}},"conversations":[{{string.Join(",", rows.Select(row => row.ToJson()))}}]}""");
    }

    [Fact]
    public async Task Counts_are_of_the_items_that_there_are()
    {
        using var server = new ConversationServer(new ConversationRow(1) { State = "closed" }, new ConversationRow(2) { State = "closed", Created = null, Updated = null }, new ConversationRow(3));
        var plan = await server.PlanAsync(Everything);
        Assert.Equal(3, plan.Counts.Sum(count => count.Count));
        Assert.Contains(plan.Counts, count => count is { State: "closed", Age: "under 30 days", Count: 1 });

        // Whoever narrows a plan must be asked about what it is now.
        Assert.Equal(2, (plan with { Items = [.. plan.Items.Take(2)] }).Counts.Sum(count => count.Count));
    }

    [Fact]
    public async Task A_plan_for_whose_newest_message_nothing_is_asked_reads_each_closed_one_no_further()
    {
        using var server = new ConversationServer([.. Enumerable.Range(1, 5).Select(number => new ConversationRow(number) { State = "closed" })]);
        await server.PlanAsync(new CleanupCriteria { State = "closed" });
        Assert.Single(server.Requests);
    }
}
