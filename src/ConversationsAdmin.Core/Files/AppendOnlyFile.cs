using System.Threading.Channels;

namespace ConversationsAdmin.Core.Files;

/// <summary>
/// A file that only grows, and is this process's alone while it is open. What was appended is on the disk when its task ends;
/// what is appended at the same time goes to the disk together. Only its owner may read it.
/// </summary>
public sealed class AppendOnlyFile : IAsyncDisposable
{
    private const int MaxBlocksAtOnce = 512;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream file;
    private readonly Channel<Block> waiting = Channel.CreateUnbounded<Block>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task writing;
    private RunFileException? failure;

    private AppendOnlyFile(FileStream file)
    {
        this.file = file;
        writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Opens a file, or makes it. What an earlier process left half written at its end is cut off.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findEnd">Reads what is there, from its beginning, and answers how many bytes of it are whole.</param>
    /// <exception cref="RunFileException"><c>FileInUse</c>: another process has it open. <c>FileNotWritable</c>: it can't be opened or made.</exception>
    public static AppendOnlyFile Open(string path, Func<Stream, long> findEnd)
    {
        var file = OpenExclusively(path);
        try
        {
            var end = findEnd(file);
            Claim(file, end);
            return new AppendOnlyFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends bytes.</summary>
    /// <param name="bytes">The bytes, which nobody may change until the task has ended.</param>
    /// <returns>Ends when they are on the disk.</returns>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: they, or earlier ones, could not be written, for want of room, say.</exception>
    public Task AppendAsync(ReadOnlyMemory<byte> bytes) => AppendAsync(file => file.WriteAsync(bytes));

    /// <summary>Appends what a stream holds.</summary>
    /// <param name="source">The stream, from where it stands to its end. Nobody may use it until the task has ended.</param>
    /// <returns>Ends when it is on the disk.</returns>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: it, or something earlier, could not be written.</exception>
    public Task AppendAsync(Stream source) => AppendAsync(file => new ValueTask(source.CopyToAsync(file)));

    /// <summary>Waits for what was appended, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing.ConfigureAwait(false);
        try
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception) when (failure is not null)
        {
            // What could not be written is tried once more by the closing, and whoever appended it has heard of it.
        }
    }

    private async Task AppendAsync(Func<FileStream, ValueTask> write)
    {
        var block = new Block(write);
        if (!waiting.Writer.TryWrite(block))
        {
            throw failure ?? throw new ObjectDisposedException(file.Name);
        }

        await block.Written.Task.ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        var blocks = new List<Block>(MaxBlocksAtOnce);
        while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (blocks.Count < MaxBlocksAtOnce && waiting.Reader.TryRead(out var block))
            {
                blocks.Add(block);
            }

            failure = await WriteAsync(blocks).ConfigureAwait(false);
            if (failure is not null)
            {
                // What comes after a gap must not be written: it would look whole.
                Refuse(blocks, failure);
                return;
            }

            blocks.ForEach(block => block.Written.SetResult());
            blocks.Clear();
        }
    }

    private async Task<RunFileException?> WriteAsync(List<Block> blocks)
    {
        try
        {
            foreach (var block in blocks)
            {
                await block.WriteAsync(file).ConfigureAwait(false);
            }

            await file.FlushAsync().ConfigureAwait(false);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
            return null;
        }
        catch (Exception exception)
        {
            // Whatever it is: who waits must hear of it, or would wait for ever.
            return NotWritable(file.Name, exception);
        }
    }

    private void Refuse(List<Block> blocks, RunFileException cause)
    {
        waiting.Writer.TryComplete();
        blocks.ForEach(block => block.Written.SetException(cause));
        while (waiting.Reader.TryRead(out var block))
        {
            block.Written.SetException(cause);
        }
    }

    private static FileStream OpenExclusively(string path)
    {
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.Asynchronous,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            return new FileStream(path, options);
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
        {
            throw new RunFileException("FileInUse", path, $"{path} can't be opened for this run alone: {exception.Message} If another run works with it, wait for its end, or give this one a file of its own.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw NotWritable(path, exception);
        }
    }

    // Only when what is there has been read: a file that is refused stays as it is.
    private static void Claim(FileStream file, long end)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file.SafeFileHandle, OwnerOnly);
            }

            file.SetLength(end);
            file.Seek(0, SeekOrigin.End);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw NotWritable(file.Name, exception);
        }
    }

    private static RunFileException NotWritable(string path, Exception exception) =>
        new("FileNotWritable", path, $"{path} can't be written: {exception.Message} Give a file in a folder that exists and has room.", exception);

    private sealed record Block(Func<FileStream, ValueTask> WriteAsync)
    {
        internal TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
