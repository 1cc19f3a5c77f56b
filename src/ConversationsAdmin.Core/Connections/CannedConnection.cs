namespace ConversationsAdmin.Core.Connections;

/// <summary>One end of a connection that leads nowhere: each request that is written to it is answered with the same bytes.</summary>
internal sealed class CannedConnection(ReadOnlyMemory<byte> answer) : Stream
{
    private readonly SemaphoreSlim answers = new(0);
    private ReadOnlyMemory<byte> rest;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (rest.IsEmpty)
        {
            await answers.WaitAsync(cancellationToken).ConfigureAwait(false);
            rest = answer;
        }

        var length = Math.Min(rest.Length, buffer.Length);
        rest[..length].CopyTo(buffer);
        rest = rest[length..];
        return length;
    }

    // A request without a body ends with a blank line, and comes in one piece.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        answers.Release();
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
