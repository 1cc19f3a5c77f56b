using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Archives;

/// <summary>Whatever a kill leaves of an archive, the next run goes on with it, and nothing is in it half or lost.</summary>
public sealed class ArchiveResumeTests : IDisposable
{
    private const int Samples = 300;

    private readonly TemporaryFolder folder = new();
    private readonly TwilioSandbox sandbox = new(new SandboxOptions { Conversations = 12 });
    private readonly ProviderSession session;

    public ArchiveResumeTests() => session = Connect.To(sandbox);

    public static TheoryData<string> Names => ["a.jsonl", "a.jsonl.gz"];

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_archive_that_was_cut_anywhere_holds_what_was_whole_and_nothing_else(string name)
    {
        var sources = await session.ConversationsAsync(sandbox);
        await Archives.WriteAllAsync(folder[name], session, sources);
        var whole = await File.ReadAllBytesAsync(folder[name]);
        var ends = await EndsAsync(folder[name], name, sources);
        foreach (var cut in Places(whole.Length, ends))
        {
            var copy = folder[$"{cut}.{name}"];
            await File.WriteAllBytesAsync(copy, whole[..cut]);
            await using (var archive = Archives.Open(copy, session, sources[0]))
            {
                Assert.Equal(sources.Where((_, index) => ends[index] <= cut).Select(ArchivedResources.IdOf), sources.Select(ArchivedResources.IdOf).Where(id => archive.Find(id) is not null));
            }

            // Opened and closed again, nothing whole is lost of it.
            Assert.Equal(ends.Count(end => end <= cut), ArchiveText.Read(copy).Ends.Count);
            File.Delete(copy);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_archive_that_was_cut_is_gone_on_with_to_a_manifest(string name)
    {
        var sources = await session.ConversationsAsync(sandbox);
        await Archives.WriteAllAsync(folder[name], session, sources);
        var whole = await File.ReadAllBytesAsync(folder[name]);
        foreach (var cut in Enumerable.Range(0, 24).Select(part => whole.Length * part / 24).Append(whole.Length - 1).Append(whole.Length))
        {
            var copy = folder[$"{cut}.{name}"];
            await File.WriteAllBytesAsync(copy, whole[..cut]);
            await using (var archive = Archives.Open(copy, session, sources[0]))
            {
                foreach (var source in sources.Where(source => archive.Find(ArchivedResources.IdOf(source)) is null))
                {
                    await archive.WriteAsync(session, source);
                }

                await archive.CompleteAsync();
            }

            var text = ArchiveText.Read(copy);
            Assert.True(text.HasManifest);
            Assert.Equal(sources.Select(ArchivedResources.IdOf), text.Conversations);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_finished_archive_takes_more_and_gets_a_new_manifest(string name)
    {
        var sources = await session.ConversationsAsync(sandbox);
        var first = await Archives.WriteAllAsync(folder[name], session, sources.Take(3));
        var second = await Archives.WriteAllAsync(folder[name], session, sources.Skip(3));
        Assert.Equal((3, sources.Count), (first.Conversations, second.Conversations));
        var text = ArchiveText.Read(folder[name]);
        Assert.Equal(second.Sha256, text.Manifest.GetProperty("sha256").GetString());
        Assert.Equal(second.Counts.Messages, sources.Sum(source => text.Resources("message", ArchivedResources.IdOf(source)).Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_last_record_of_a_conversation_counts(string name)
    {
        var source = (await session.ConversationsAsync(sandbox))[0];
        var id = ArchivedResources.IdOf(source);
        await Archives.WriteAllAsync(folder[name], session, [source]);
        var begin = DateTimeOffset.UtcNow;
        await using var archive = Archives.Open(folder[name], session, source);
        var old = archive.Find(id)!;
        Assert.False(archive.Contains(id, begin));
        Assert.Equal(old.Complete, archive.Contains(id, old.Time));
        var renewed = await archive.WriteAsync(session, source);
        Assert.Equal(renewed, archive.Find(id));
        Assert.Equal(renewed.Complete, archive.Contains(id, begin));
        var manifest = await archive.CompleteAsync();
        Assert.Equal((1, 2), (manifest.Conversations, manifest.Counts.Conversations));
    }

    [Fact]
    public async Task A_conversation_without_receipts_is_not_there_for_who_wants_them()
    {
        var source = (await session.ConversationsAsync(sandbox))[0];
        var id = ArchivedResources.IdOf(source);
        await Archives.WriteAllAsync(folder["a.jsonl"], session, [source]);
        await using (var archive = Archives.Open(folder["a.jsonl"], session, source, new ArchiveOptions { IncludeReceipts = true }))
        {
            Assert.Null(archive.Find(id));
            await archive.WriteAsync(session, source);
            Assert.NotNull(archive.Find(id));
        }

        await using var again = Archives.Open(folder["a.jsonl"], session, source);
        Assert.NotNull(again.Find(id));
    }

    // Where each conversation ends in the file, found by writing one after the other.
    private async Task<long[]> EndsAsync(string path, string name, List<ArchiveSource> sources)
    {
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(path);
            var begins = Enumerable.Range(0, bytes.Length - 16).Where(place => bytes.AsSpan(place, 4).SequenceEqual((byte[])[0x1F, 0x8B, 8, 4]) && bytes[place + 12] == 'C').ToArray();
            Assert.Equal(sources.Count + 2, begins.Length);
            return [.. begins.Skip(2).Select(begin => (long)begin)];
        }

        var ends = new List<long>();
        var place = 0L;
        foreach (var line in await File.ReadAllLinesAsync(path))
        {
            place += System.Text.Encoding.UTF8.GetByteCount(line) + 1;
            if (line.StartsWith("""{"type":"end",""", StringComparison.Ordinal))
            {
                ends.Add(place);
            }
        }

        return [.. ends];
    }

    // Many places all over the file, and all around the ends, where one byte makes the difference.
    private static IEnumerable<int> Places(int length, long[] ends) =>
        Enumerable.Range(0, Samples).Select(part => (int)((long)length * part / Samples))
            .Concat(Enumerable.Range(0, 64))
            .Concat(ends.SelectMany(end => Enumerable.Range((int)end - 12, 40)))
            .Where(place => place <= length)
            .Append(length)
            .Distinct();
}
