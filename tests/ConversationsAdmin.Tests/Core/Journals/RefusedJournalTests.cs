using ConversationsAdmin.Core.Journals;
using ConversationsAdmin.Tests.Core.Files;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Journals;

public sealed class RefusedJournalTests : IDisposable
{
    private static readonly ConnectionIdentity Connection = new(Provider.Twilio, "conversations.twilio.com/v1", "AC1");
    private static readonly JournalIdentity Identity = new("Remove-ConvConversation", Connection, "IS1", "plan 1");

    private readonly TemporaryFolder folder = new();

    private string FilePath => folder.FileNamed("journal.jsonl");

    public void Dispose() => folder.Dispose();

    public static TheoryData<JournalIdentity, string, string[]> Others => new()
    {
        { Identity with { Connection = Connection with { Provider = Provider.Telnyx } }, "OtherAccount", ["Twilio", "Telnyx"] },
        { Identity with { Connection = Connection with { Host = "conversations.dublin.ie1.twilio.com/v1" } }, "OtherAccount", ["conversations.twilio.com", "dublin"] },
        { Identity with { Connection = Connection with { Account = "AC2" } }, "OtherAccount", ["AC1", "AC2"] },
        { Identity with { Connection = Connection with { Account = null } }, "OtherAccount", ["AC1", "(none)"] },
        { Identity with { Command = "Remove-ConvMessage" }, "OtherJournal", ["Remove-ConvConversation", "Remove-ConvMessage"] },
        { Identity with { Container = "IS2" }, "OtherJournal", ["IS1", "IS2"] },
        { Identity with { Container = null }, "OtherJournal", ["IS1", "(none)"] },
        { Identity with { Subject = "plan 2" }, "OtherJournal", ["plan 1", "plan 2"] },
    };

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public async Task A_journal_of_something_else_is_refused_and_stays_as_it_is(JournalIdentity other, string errorId, string[] texts)
    {
        await BeginAsync();

        // Even what is torn is not for this run to cut.
        File.AppendAllText(FilePath, "{\"ended\":");
        var content = File.ReadAllText(FilePath);
        var refused = Assert.Throws<RunFileException>(() => Journal.Open(FilePath, other));
        Assert.Equal(errorId, refused.ErrorId);
        Assert.Equal(FilePath, refused.Path);
        Assert.All([.. texts, "Give"], text => Assert.Contains(text, refused.Message));
        Assert.Equal(content, File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task The_case_of_a_host_makes_no_difference()
    {
        await BeginAsync();
        await Journal.Open(FilePath, Identity with { Connection = Connection with { Host = "Conversations.Twilio.com/v1" } }).DisposeAsync();
    }

    [Theory]
    [InlineData("id,name\n1,one\n")]
    [InlineData("no line feed at all")]
    [InlineData("{")]
    [InlineData("\n")]
    [InlineData("{\"conversationsAdminPlan\":1}\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void A_strangers_file_is_refused_untouched(string content)
    {
        File.WriteAllText(FilePath, content);
        var refused = Assert.Throws<RunFileException>(() => Journal.Open(FilePath, Identity));
        Assert.Equal("JournalUnreadable", refused.ErrorId);
        Assert.Contains("no journal", refused.Message);
        Assert.Equal(content, File.ReadAllText(FilePath));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"ended\":\"two\",\"time\":\"2026-01-01T00:00:00+00:00\"}")]
    [InlineData("{\"ended\":\"two\",\"outcome\":\"Removed\"}")]
    [InlineData("{\"ended\":\"two\",\"outcome\":\"Removed\",\"time\":\"yesterday\"}")]
    public async Task A_damaged_line_is_refused_with_its_number(string damaged)
    {
        await BeginAsync();
        var lines = File.ReadAllLines(FilePath);
        File.WriteAllLines(FilePath, [lines[0], lines[1], damaged, lines[1]]);
        var content = File.ReadAllText(FilePath);
        var refused = Assert.Throws<RunFileException>(() => Journal.Open(FilePath, Identity));
        Assert.Equal("JournalUnreadable", refused.ErrorId);
        Assert.Contains("line 3 ", refused.Message);
        Assert.Equal(content, File.ReadAllText(FilePath));
    }

    [Theory]
    [InlineData("{\"conversationsAdminJournal\":\"one\"}")]
    [InlineData("{\"conversationsAdminJournal\":1}")]
    [InlineData("{\"conversationsAdminJournal\":1,")]
    public void A_damaged_first_line_is_refused(string damaged)
    {
        File.WriteAllText(FilePath, damaged + "\n");
        var refused = Assert.Throws<RunFileException>(() => Journal.Open(FilePath, Identity));
        Assert.Equal("JournalUnreadable", refused.ErrorId);
        Assert.Contains("line 1 ", refused.Message);
    }

    [Fact]
    public async Task What_a_newer_version_wrote_is_refused()
    {
        await BeginAsync();
        File.WriteAllText(FilePath, "{\"conversationsAdminJournal\":2,\"quite\":\"different\"}\n");
        var refused = Assert.Throws<RunFileException>(() => Journal.Open(FilePath, Identity));
        Assert.Equal("JournalUnreadable", refused.ErrorId);
        Assert.Contains("newer version", refused.Message);
    }

    [Fact]
    public async Task What_a_later_version_adds_to_a_line_passes()
    {
        await BeginAsync();
        File.AppendAllText(FilePath, "{\"ended\":\"two\",\"outcome\":\"Removed\",\"time\":\"2026-01-01T00:00:00+00:00\",\"more\":{\"a\":1}}\n");
        await using var journal = Journal.Open(FilePath, Identity);
        Assert.True(journal.IsDone("two"));
    }

    [Fact]
    public async Task A_journal_that_is_open_is_refused_to_a_second_run()
    {
        await using var journal = Journal.Open(FilePath, Identity);
        Assert.Equal("FileInUse", Assert.Throws<RunFileException>(() => Journal.Open(FilePath, Identity)).ErrorId);
    }

    private async Task BeginAsync()
    {
        await using var journal = Journal.Open(FilePath, Identity);
        await journal.WriteAsync(new JournalEntry("one", JournalOutcome.Removed));
    }
}
