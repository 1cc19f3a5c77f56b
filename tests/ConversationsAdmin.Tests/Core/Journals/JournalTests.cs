using System.Text.Json;
using ConversationsAdmin.Core.Journals;
using ConversationsAdmin.Tests.Core.Files;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Journals;

public sealed class JournalTests : IDisposable
{
    private static readonly JournalIdentity Identity =
        new("Remove-ConvConversation", new ConnectionIdentity(Provider.Twilio, "conversations.twilio.com/v1", "AC1"), Container: null, Subject: null);

    private readonly TemporaryFolder folder = new();

    private string FilePath => folder.FileNamed("journal.jsonl");

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, bool> Outcomes => new()
    {
        { JournalOutcome.Removed, true },
        { JournalOutcome.AlreadyGone, true },
        { JournalOutcome.Closed, true },
        { JournalOutcome.Created, true },
        { JournalOutcome.Updated, true },
        { JournalOutcome.TakenAsDone, true },
        { JournalOutcome.Skipped, false },
        { JournalOutcome.Failed, false },
        { JournalOutcome.Unknown, false },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Only_what_ended_well_is_done_in_the_next_run(string outcome, bool isDone)
    {
        await WriteAsync(journal => journal.WriteAsync(new JournalEntry("item", outcome)));
        await using var next = Journal.Open(FilePath, Identity);
        Assert.Equal(isDone, next.IsDone("item"));
        Assert.Equal(isDone ? 1 : 0, next.DoneBefore);
        Assert.False(next.IsDone("other"));
    }

    [Fact]
    public async Task What_is_done_in_this_run_is_done_only_for_the_next()
    {
        await using var journal = Journal.Open(FilePath, Identity);
        await journal.WriteAsync(new JournalEntry("item", JournalOutcome.Created));
        Assert.False(journal.IsDone("item"));
    }

    [Fact]
    public async Task What_was_begun_and_has_no_end_is_unfinished_from_its_first_beginning()
    {
        var before = DateTimeOffset.UtcNow;
        await WriteAsync(async journal =>
        {
            await journal.BeginAsync("open");
            await journal.BeginAsync("created");
            await journal.WriteAsync(new JournalEntry("created", JournalOutcome.Created));
            await journal.BeginAsync("failed");
            await journal.WriteAsync(new JournalEntry("failed", JournalOutcome.Failed));
            await journal.BeginAsync("lost");
            await journal.WriteAsync(new JournalEntry("lost", JournalOutcome.Unknown));
        });
        var after = DateTimeOffset.UtcNow;
        await WriteAsync(journal => journal.BeginAsync("open"));
        await using var next = Journal.Open(FilePath, Identity);
        Assert.Equal(["lost", "open"], next.Unfinished.Order());
        Assert.InRange(next.UnfinishedSince("open")!.Value, before, after);
        Assert.Null(next.UnfinishedSince("created"));
    }

    [Fact]
    public async Task An_end_in_a_later_run_finishes_what_was_unfinished()
    {
        await WriteAsync(journal => journal.BeginAsync("item"));
        await WriteAsync(journal => journal.WriteAsync(new JournalEntry("item", JournalOutcome.TakenAsDone)));
        await using var next = Journal.Open(FilePath, Identity);
        Assert.Empty(next.Unfinished);
        Assert.True(next.IsDone("item"));
    }

    [Fact]
    public async Task Each_line_is_json_and_the_first_says_what_the_journal_is_of()
    {
        await WriteAsync(async journal =>
        {
            await journal.BeginAsync("item");
            await journal.WriteAsync(new JournalEntry("item", JournalOutcome.Failed) { Attempts = 3, ErrorId = "Twilio.20404", Message = "Not \"here\"\nwith +1555", RequestId = "RQ1" });
        });
        var lines = File.ReadAllLines(FilePath).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(3, lines.Length);
        Assert.Equal(1, lines[0].GetProperty("conversationsAdminJournal").GetInt32());
        Assert.StartsWith("ConversationsAdmin ", lines[0].GetProperty("tool").GetString());
        Assert.Equal(
            ["Remove-ConvConversation", "Twilio", "conversations.twilio.com/v1", "AC1"],
            new[] { "command", "provider", "host", "account" }.Select(name => lines[0].GetProperty(name).GetString()));
        Assert.Equal("item", lines[1].GetProperty("begun").GetString());
        Assert.Equal(
            ["item", "Failed", "Twilio.20404", "Not \"here\"\nwith +1555", "RQ1"],
            new[] { "ended", "outcome", "errorId", "message", "requestId" }.Select(name => lines[2].GetProperty(name).GetString()));
        Assert.Equal(3, lines[2].GetProperty("attempts").GetInt32());
        Assert.All(lines, line => Assert.Equal(TimeSpan.Zero, line.GetProperty("time").GetDateTimeOffset().Offset));
    }

    [Fact]
    public async Task Its_id_stays_the_same()
    {
        Guid first;
        await using (var journal = Journal.Open(FilePath, Identity))
        {
            first = journal.Id;
        }

        await using var next = Journal.Open(FilePath, Identity);
        Assert.Equal(first, next.Id);
        await using var other = Journal.Open(folder.FileNamed("other.jsonl"), Identity);
        Assert.NotEqual(first, other.Id);
    }

    [Fact]
    public async Task Wherever_a_process_was_killed_the_next_goes_on()
    {
        await WriteAsync(async journal =>
        {
            await journal.WriteAsync(new JournalEntry("one", JournalOutcome.Removed));
            await journal.WriteAsync(new JournalEntry("two", JournalOutcome.Removed));
        });
        var whole = File.ReadAllBytes(FilePath);
        var ends = whole.Index().Where(item => item.Item == '\n').Select(item => item.Index + 1).ToArray();

        // Less of the first line tells no journal from a stranger's file, and cannot come of one write.
        for (var length = "{\"conversationsAdminJournal\":".Length; length <= whole.Length; length++)
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            await using (var journal = Journal.Open(FilePath, Identity))
            {
                Assert.Equal(length >= ends[1], journal.IsDone("one"));
                Assert.Equal(length >= ends[2], journal.IsDone("two"));
                await journal.WriteAsync(new JournalEntry("three", JournalOutcome.Removed));
            }

            await using var next = Journal.Open(FilePath, Identity);
            Assert.True(next.IsDone("three"));
        }
    }

    [Fact]
    public async Task A_long_journal_is_read_whole()
    {
        var message = new string('x', 100_000);
        await WriteAsync(async journal =>
        {
            await journal.WriteAsync(new JournalEntry("long", JournalOutcome.Failed) { Message = message });
            await Task.WhenAll(Enumerable.Range(0, 20_000).Select(number => journal.WriteAsync(new JournalEntry($"item {number}", JournalOutcome.Removed))));
        });
        await using var next = Journal.Open(FilePath, Identity);
        Assert.Equal(20_000, next.DoneBefore);
        Assert.All(Enumerable.Range(0, 20_000), number => Assert.True(next.IsDone($"item {number}")));
    }

    private async Task WriteAsync(Func<Journal, Task> write)
    {
        await using var journal = Journal.Open(FilePath, Identity);
        await write(journal);
    }
}
