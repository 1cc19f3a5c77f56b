using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Archives;

/// <summary>A file that is no archive of this account, or is not what was written, is refused and stays as it is.</summary>
public sealed class ArchiveRefusalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TwilioSandbox sandbox = new(new SandboxOptions { Conversations = 6 });
    private readonly ProviderSession session;

    public ArchiveRefusalTests() => session = Connect.To(sandbox);

    public static TheoryData<string> Names => ["a.jsonl", "a.jsonl.gz"];

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.gz")]
    [InlineData("a")]
    public void A_name_that_says_no_format_is_refused_and_no_file_is_made(string name)
    {
        var refusal = Assert.Throws<RunFileException>(() => Archives.Open(folder[name], session, Unknown()));
        Assert.Equal("UnknownArchiveFormat", refusal.ErrorId);
        Assert.Equal(0, folder.FileCount);
    }

    [Theory]
    [InlineData("a.jsonl", "{\"type\":\"journal\",\"version\":1}\n")]
    [InlineData("a.jsonl", "notes of mine")]
    [InlineData("a.jsonl", "{\"type\":\"archive\",\"schemaVersion\":2}\n")]
    [InlineData("a.jsonl.gz", "{\"type\":\"archive\",\"schemaVersion\":1}\n")]
    public void A_file_of_something_else_is_refused(string name, string content)
    {
        File.WriteAllText(folder[name], content);
        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(folder[name]);
        Assert.Equal("ArchiveUnreadable", Assert.Throws<RunFileException>(() => Archives.Open(folder[name], session, Unknown())).ErrorId);
        Assert.Equal(content, File.ReadAllText(folder[name]));
        Assert.Equal(mode, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(folder[name]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_archive_of_another_account_or_service_is_refused(string name)
    {
        var sources = await session.ConversationsAsync(sandbox);
        await Archives.WriteAllAsync(folder[name], session, sources);
        var content = await File.ReadAllBytesAsync(folder[name]);
        var otherService = Archives.Conversation(Requests.ServiceSid, Requests.ConversationSid);
        Assert.Equal("OtherAccount", Assert.Throws<RunFileException>(() => Archives.Open(folder[name], session, otherService)).ErrorId);
        using var other = Connect.To(new TwilioSandbox(new SandboxOptions { Conversations = 0, Seed = 2 }));
        Assert.Equal("OtherAccount", Assert.Throws<RunFileException>(() => Archives.Open(folder[name], other, sources[0])).ErrorId);
        Assert.Equal(content, await File.ReadAllBytesAsync(folder[name]));
    }

    [Fact]
    public async Task A_conversation_of_another_service_or_connection_does_not_go_into_it()
    {
        var sources = await session.ConversationsAsync(sandbox);
        await using var archive = Archives.Open(folder["a.jsonl"], session, sources[0]);
        sandbox.Record.Clear();
        var otherService = Archives.Conversation(Requests.ServiceSid, ArchivedResources.IdOf(sources[0]));
        Assert.Equal("OtherAccount", (await Assert.ThrowsAsync<RunFileException>(() => archive.WriteAsync(session, otherService))).ErrorId);
        using var other = Connect.To(new TwilioSandbox(new SandboxOptions { Conversations = 0, Seed = 2 }));
        Assert.Equal("OtherAccount", (await Assert.ThrowsAsync<RunFileException>(() => archive.WriteAsync(other, sources[0]))).ErrorId);
        Assert.Empty(sandbox.Record.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_changed_byte_is_noticed_and_nothing_is_cut(string name)
    {
        var content = await WriteAllAsync(name);
        foreach (var place in Enumerable.Range(0, 400).Select(part => (int)((long)content.Length * part / 400)))
        {
            var changed = content.ToArray();
            changed[place] ^= 1;
            await DemandRefusedAsync(name, content, place, changed);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hole_is_noticed_and_nothing_is_cut(string name)
    {
        var content = await WriteAllAsync(name);
        foreach (var begin in Enumerable.Range(0, 60).Select(part => content.Length * part / 60))
        {
            await DemandRefusedAsync(name, content, begin, [.. content[..begin], .. content.Skip(begin + 10)]);
        }
    }

    [Fact]
    public async Task Only_one_run_has_it_open()
    {
        var source = (await session.ConversationsAsync(sandbox))[0];
        await using var archive = Archives.Open(folder["a.jsonl"], session, source);
        Assert.Equal("FileInUse", Assert.Throws<RunFileException>(() => Archives.Open(folder["a.jsonl"], session, source)).ErrorId);
    }

    private async Task<byte[]> WriteAllAsync(string name)
    {
        await Archives.WriteAllAsync(folder[name], session, await session.ConversationsAsync(sandbox));
        return await File.ReadAllBytesAsync(folder[name]);
    }

    // The manifest is written again in any case, and so nothing depends on its own bytes.
    private async Task DemandRefusedAsync(string name, byte[] content, int place, byte[] changed)
    {
        await File.WriteAllBytesAsync(folder[name], changed);
        var sources = await session.ConversationsAsync(sandbox);
        if (await Record.ExceptionAsync(() => Archives.Open(folder[name], session, sources[0]).DisposeAsync().AsTask()) is { } exception)
        {
            Assert.Contains(Assert.IsType<RunFileException>(exception).ErrorId, new[] { "ArchiveDamaged", "ArchiveUnreadable", "OtherAccount" });
            Assert.Equal(changed, await File.ReadAllBytesAsync(folder[name]));
            return;
        }

        Assert.InRange(place, BeginOfManifest(name, content), content.Length);
        await using var archive = Archives.Open(folder[name], session, sources[0]);
        Assert.All(sources, source => Assert.NotNull(archive.Find(ArchivedResources.IdOf(source))));
    }

    private static int BeginOfManifest(string name, byte[] content) => name.EndsWith(".gz", StringComparison.Ordinal)
        ? content.AsSpan().LastIndexOf((byte[])[0x1F, 0x8B, 8, 4, 0, 0, 0, 0])
        : content.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1;

    private static ArchiveSource Unknown() => Archives.Conversation(Requests.ServiceSid, Requests.ConversationSid);
}
