namespace ConversationsAdmin.Sandbox.Http;

/// <summary>A body that begins late, or that ends after its first half although more was announced.</summary>
internal sealed class DisturbedBody(ReadOnlyMemory<byte> body, TimeSpan heldBack, bool isCut, TimeProvider time) : Stream
{
    private readonly int end = isCut ? body.Length / 2 : body.Length;
    private int position;
    private bool begun;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!begun && heldBack > TimeSpan.Zero)
            await Task.Delay(heldBack, time, cancellationToken).ConfigureAwait(false);
        begun = true;
        return Next(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Next(Span<byte> buffer)
    {
        if (position == end && isCut)
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
        var count = Math.Min(buffer.Length, end - position);
        body.Span.Slice(position, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
