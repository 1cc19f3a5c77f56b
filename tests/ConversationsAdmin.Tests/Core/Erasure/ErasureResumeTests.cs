using ConversationsAdmin.Core.Erasure;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Archives;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Erasure;

/// <summary>An erasure that was interrupted goes on, and its files are its own.</summary>
public sealed class ErasureResumeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ErasureScene scene = new();

    private string Journal => folder["erasure.journal"];

    private string Archive => folder["before.jsonl"];

    public void Dispose()
    {
        scene.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_where_it_was_and_each_thing_is_done_once()
    {
        for (var number = 0; number < 6; number++)
        {
            await scene.AddConversationAsync();
        }

        scene.Options = scene.Options with { JournalPath = Journal };
        var done = new List<string>();
        var runs = 0;
        bool isWhole;
        do
        {
            var left = 7;
            scene.MayRepeat = () => Interlocked.Decrement(ref left) >= 0;
            isWhole = await scene.EraseAsync();
            done.AddRange(scene.Evidence.Where(evidence => evidence.Status == ErasureStatus.Done).Select(evidence => evidence.Id));
            runs++;
        }
        while (!isWhole && runs < 20);

        Assert.True(runs > 4, $"{runs} runs");
        Assert.Equal(6 * 6 + 1, done.Count);
        Assert.Equal(done.Count, done.Distinct().Count());
        Assert.DoesNotContain((await scene.DumpAsync()).Values, row => row.ToJsonString().Contains(ErasureScene.Identity, StringComparison.OrdinalIgnoreCase));
        var journal = await File.ReadAllTextAsync(Journal);
        Assert.All(done, id => Assert.Contains(id, journal));
        Assert.DoesNotContain("lovelace", journal, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_begun_is_found_again_when_the_person_takes_part_no_more()
    {
        var sid = await scene.AddConversationAsync();
        scene.Options = scene.Options with { JournalPath = Journal };
        scene.MayRepeat = () => false;
        Assert.False(await scene.EraseAsync());
        await scene.RemoveAsync(ParticipantResource.Delete, sid, (await scene.ParticipantsAsync(sid)).Single(participant => participant.Identity == ErasureScene.Identity).ParticipantSid);

        scene.MayRepeat = () => true;
        Assert.True(await scene.EraseAsync());
        Assert.Equal(["Hello [erased], how are you?", "Goodbye"], (await scene.MessagesAsync(sid)).Select(message => message.Body));
    }

    [Fact]
    public async Task Conversations_that_were_looked_into_before_a_stop_are_not_looked_into_again()
    {
        var sid = await scene.AddConversationAsync();
        scene.Options = scene.Options with { JournalPath = Journal, EveryConversation = true };
        scene.MayRepeat = () => false;
        Assert.False(await scene.EraseAsync());
        scene.MayRepeat = () => true;
        scene.Server.Record.Clear();
        Assert.True(await scene.EraseAsync());
        Assert.All(
            scene.Server.Record.Requests.Where(request => request.Path.Contains("/Conversations/CH", StringComparison.Ordinal)), request => Assert.Contains(sid, request.Path));
        Assert.Contains(scene.Evidence, evidence => evidence.ConversationSid == sid);
    }

    [Fact]
    public async Task A_journal_of_another_person_or_another_way_is_refused_before_any_change()
    {
        await scene.AddConversationAsync();
        scene.Options = scene.Options with { JournalPath = Journal };
        scene.MayRepeat = () => false;
        await scene.EraseAsync();
        scene.MayRepeat = () => true;
        var (own, writes) = (scene.Options, scene.Writes);
        scene.Person = ErasedPerson.OfIdentity(ErasureScene.Other);
        Assert.Equal("OtherJournal", (await Assert.ThrowsAsync<RunFileException>(scene.EraseAsync)).ErrorId);
        scene.Person = ErasedPerson.OfAddress(ErasureScene.Identity);
        Assert.Equal("OtherJournal", (await Assert.ThrowsAsync<RunFileException>(scene.EraseAsync)).ErrorId);
        scene.Person = ErasedPerson.OfIdentity(ErasureScene.Identity);
        scene.Options = own with { Messages = MessageErasure.Redact };
        Assert.Equal("OtherJournal", (await Assert.ThrowsAsync<RunFileException>(scene.EraseAsync)).ErrorId);
        Assert.Equal(writes, scene.Writes);
    }

    [Fact]
    public async Task A_journal_of_another_account_is_refused_before_any_change()
    {
        scene.Options = scene.Options with { JournalPath = Journal };
        await scene.EraseAsync();
        using var other = new ErasureScene(options: new SandboxOptions { Seed = 2 }) { Options = scene.Options };
        await other.AddConversationAsync();
        var writes = other.Writes;
        Assert.Equal("OtherAccount", (await Assert.ThrowsAsync<RunFileException>(other.EraseAsync)).ErrorId);
        Assert.Equal(writes, other.Writes);
    }

    [Fact]
    public async Task The_archive_has_each_conversation_as_it_was_before_also_after_a_stop()
    {
        var sid = await scene.AddConversationAsync();
        scene.Options = scene.Options with { JournalPath = Journal, ArchivePath = Archive };
        var left = 2;
        scene.MayRepeat = () => Interlocked.Decrement(ref left) >= 0;
        Assert.False(await scene.EraseAsync());
        scene.MayRepeat = () => true;
        Assert.True(await scene.EraseAsync());
        var archive = ArchiveText.Read(Archive);
        Assert.Equal([sid, sid], archive.Conversations);
        Assert.Equal(4, archive.Resources("message", sid).Select(message => message.GetProperty("sid").GetString()).Distinct().Count());
        Assert.Equal(2, archive.Resources("participant", sid).Select(participant => participant.GetProperty("sid").GetString()).Distinct().Count());
        Assert.All(scene.Evidence.Where(evidence => evidence.ConversationSid is not null), evidence => Assert.Equal(Archive, evidence.ArchivePath));
    }

    [Fact]
    public async Task What_came_after_a_stop_is_archived_too()
    {
        var sid = await scene.AddConversationAsync();
        scene.Options = scene.Options with { JournalPath = Journal, ArchivePath = Archive };
        scene.MayRepeat = () => false;
        Assert.False(await scene.EraseAsync());
        var late = await scene.SayAsync(sid, ErasureScene.Identity, "One more", ("DateCreated", new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        scene.MayRepeat = () => true;
        Assert.True(await scene.EraseAsync());
        var archive = ArchiveText.Read(Archive);
        Assert.Equal([sid, sid], archive.Conversations);
        Assert.Contains(archive.Resources("message", sid), message => message.GetProperty("sid").GetString() == late);
    }

    [Fact]
    public async Task What_can_not_be_archived_completely_is_not_touched_unless_that_is_accepted()
    {
        var sid = await scene.AddConversationAsync();
        await scene.SendAsync(MessageResource.Create, sid, ("Author", ErasureScene.Other), ("MediaSid", $"ME{new string('1', 32)}"));
        scene.Options = scene.Options with { ArchivePath = Archive };
        var writes = scene.Writes;
        await scene.EraseAsync();
        Assert.Equal(writes, scene.Writes);
        Assert.Equal([ErasureStatus.Failed, ErasureStatus.Remains], scene.Evidence.Select(evidence => evidence.Status).OrderDescending());
        Assert.Contains("not complete", scene.Evidence.First().Why);

        scene.Options = scene.Options with { AcceptIncompleteArchive = true };
        await scene.EraseAsync();
        Assert.All(scene.Evidence, evidence => Assert.Equal(ErasureStatus.Done, evidence.Status));
    }
}
