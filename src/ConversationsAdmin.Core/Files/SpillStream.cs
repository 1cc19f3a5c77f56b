namespace ConversationsAdmin.Core.Files;

/// <summary>Bytes that stay in memory while they are few, and lie in a private temporary file when they are many.</summary>
/// <param name="folder">Where that file is made.</param>
internal sealed class SpillStream(string folder) : Stream
{
    private const int MaxBytesInMemory = 1 << 20;

    private Stream bytes = new MemoryStream();

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => bytes.Position;
        set => bytes.Position = value;
    }

    /// <summary>True when they lie in a file.</summary>
    internal bool IsSpilled => bytes is FileStream;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!IsSpilled && bytes.Position + buffer.Length > MaxBytesInMemory)
        {
            Spill();
        }

        bytes.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => bytes.Read(buffer);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => bytes.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        bytes.CopyToAsync(destination, bufferSize, cancellationToken);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => bytes.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => bytes.SetLength(value);

    /// <inheritdoc/>
    public override void Flush() => bytes.Flush();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            bytes.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Spill()
    {
        var file = PrivateTemporaryFile.Create(folder);
        var (memory, place) = (bytes, bytes.Position);
        memory.Position = 0;
        memory.CopyTo(file);
        file.Position = place;
        memory.Dispose();
        bytes = file;
    }
}
