using System.Buffers;

namespace ConversationsAdmin.Core.Http;

/// <summary>
/// The whole body of an answer. A large one lies in rented memory, because a page of a list is large enough for the heap that is collected seldom,
/// and a long list would fill it. Who is done with it gives it back; what nobody gives back is collected like anything else.
/// </summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int SmallSize = 16 * 1024;

    // Whatever length an answer claims, no more than this is taken before it has come.
    private const int MostInAdvance = 1024 * 1024;

    internal static readonly BodyBuffer Empty = new() { Memory = ReadOnlyMemory<byte>.Empty };

    private byte[]? rented;

    private BodyBuffer()
    {
    }

    internal ReadOnlyMemory<byte> Memory { get; private set; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="content">What carries it.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="IOException">It broke off.</exception>
    internal static async Task<BodyBuffer> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength == 0)
        {
            return Empty;
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(content.Headers.ContentLength + 1 ?? SmallSize, MostInAdvance));
            var length = 0;
            while (await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                length += read;
                bytes = length == bytes.Length ? Grow(bytes) : bytes;
            }

            return Keep(bytes, length);
        }
    }

    /// <summary>Gives the memory back. Nothing may look at it afterwards.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref rented, null) is { } bytes)
        {
            Memory = ReadOnlyMemory<byte>.Empty;
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(full.Length * 2));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private static BodyBuffer Keep(byte[] bytes, int length)
    {
        if (length > SmallSize)
        {
            return new BodyBuffer { rented = bytes, Memory = bytes.AsMemory(0, length) };
        }

        var small = bytes.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(bytes);
        return small.Length == 0 ? Empty : new BodyBuffer { Memory = small };
    }
}
