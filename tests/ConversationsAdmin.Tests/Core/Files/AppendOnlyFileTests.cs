using System.Diagnostics;
using System.Text;
using ConversationsAdmin.Core.Files;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Files;

public sealed class AppendOnlyFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();

    private string FilePath => folder.FileNamed("file.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_appended_can_be_read_by_others_when_its_task_has_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody read meanwhile.");
        await using var file = Open();
        await file.AppendAsync(Bytes("one\n"));
        Assert.Equal("one\n", ReadBeside());
        await file.AppendAsync(Bytes("two\n"));
        Assert.Equal("one\ntwo\n", ReadBeside());
    }

    [Fact]
    public async Task All_that_many_append_at_once_is_there_whole_and_each_ones_in_order()
    {
        const int Writers = 32;
        const int Each = 200;
        await using (var file = Open())
        {
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                for (var number = 0; number < Each; number++)
                {
                    await file.AppendAsync(Bytes($"{writer} {number}\n"));
                }
            }))).WaitAsync(Patience);
        }

        var lines = File.ReadAllLines(FilePath).Select(line => line.Split(' ').Select(int.Parse).ToArray()).ToArray();
        Assert.Equal(Writers * Each, lines.Length);
        Assert.All(lines.GroupBy(line => line[0]), own => Assert.Equal(Enumerable.Range(0, Each), own.Select(line => line[1])));
    }

    [Fact]
    public async Task What_is_appended_without_waiting_comes_in_order_and_is_there_when_the_file_is_closed()
    {
        var file = Open();
        var appended = Enumerable.Range(0, 5_000).Select(number => file.AppendAsync(Bytes($"{number}\n"))).ToArray();
        await file.DisposeAsync();
        await Task.WhenAll(appended);
        Assert.Equal(Enumerable.Range(0, 5_000).Select(number => $"{number}"), File.ReadAllLines(FilePath));
    }

    [Fact]
    public async Task What_an_earlier_process_left_half_written_is_cut()
    {
        File.WriteAllText(FilePath, "one\ntwo\nthr");
        await using (var file = AppendOnlyFile.Open(FilePath, _ => "one\ntwo\n".Length))
        {
            await file.AppendAsync(Bytes("three\n"));
        }

        Assert.Equal("one\ntwo\nthree\n", File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_file_that_its_reader_refuses_stays_as_it_was()
    {
        File.WriteAllText(FilePath, "of somebody else");
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(FilePath, time);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(FilePath, mode);
        }

        Assert.Throws<InvalidDataException>(() => AppendOnlyFile.Open(FilePath, _ => throw new InvalidDataException()));
        Assert.Equal("of somebody else", File.ReadAllText(FilePath));
        Assert.Equal(time, File.GetLastWriteTimeUtc(FilePath));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(mode, File.GetUnixFileMode(FilePath));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_the_owner_may_read_it(bool existed)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        if (existed)
        {
            File.WriteAllText(FilePath, "");
        }

        await using var file = Open();
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public async Task A_second_one_is_refused_until_the_first_is_closed()
    {
        var first = Open();
        await first.AppendAsync(Bytes("one\n"));
        var refused = Assert.Throws<RunFileException>(Open);
        Assert.Equal("FileInUse", refused.ErrorId);
        Assert.Contains(FilePath, refused.Message);
        await first.DisposeAsync();
        await Open().DisposeAsync();
        Assert.Equal("one\n", File.ReadAllText(FilePath));
    }

    [Fact]
    public void What_cannot_be_made_is_refused()
    {
        Assert.Equal("FileNotWritable", Assert.Throws<RunFileException>(() => AppendOnlyFile.Open(folder.FileNamed("missing/file"), _ => 0)).ErrorId);
        Assert.Equal("FileNotWritable", Assert.Throws<RunFileException>(() => AppendOnlyFile.Open(Path.GetDirectoryName(FilePath)!, _ => 0)).ErrorId);
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_and_nothing_after_it_is_written()
    {
        await using (var file = Open())
        {
            await file.AppendAsync(Bytes("one\n"));
            var bad = file.AppendAsync(new BrokenStream());
            var after = file.AppendAsync(Bytes("three\n"));
            Assert.Equal("FileNotWritable", (await Assert.ThrowsAsync<RunFileException>(() => bad.WaitAsync(Patience))).ErrorId);
            Assert.Equal("FileNotWritable", (await Assert.ThrowsAsync<RunFileException>(() => after.WaitAsync(Patience))).ErrorId);
            await Assert.ThrowsAsync<RunFileException>(() => file.AppendAsync(Bytes("four\n")).WaitAsync(Patience));
        }

        Assert.Equal("one\n", File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_full_disk_is_told()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");

        // A device has no length that could be cut, which is found before it is full.
        Assert.Equal("FileNotWritable", Assert.Throws<RunFileException>(() => AppendOnlyFile.Open("/dev/full", _ => 0)).ErrorId);
    }

    private AppendOnlyFile Open() => AppendOnlyFile.Open(FilePath, stream => stream.Length);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private string ReadBeside()
    {
        // The lock is among those who ask for it, as .NET does even to read.
        using var cat = Process.Start(new ProcessStartInfo("cat", [FilePath]) { RedirectStandardOutput = true })!;
        return cat.StandardOutput.ReadToEnd();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new InvalidDataException("The source is broken.");
    }
}
