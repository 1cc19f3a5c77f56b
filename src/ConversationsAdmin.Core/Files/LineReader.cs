namespace ConversationsAdmin.Core.Files;

/// <summary>Reads lines of bytes, each with the line feed at its end.</summary>
/// <param name="source">Where they come from.</param>
internal sealed class LineReader(Stream source)
{
    private const int FirstSize = 1 << 16;

    // No line of ours comes near: a resource is far smaller, and what is larger is no file of ours.
    private const int MaxSize = 1 << 28;

    private byte[] buffer = new byte[FirstSize];
    private int begin;
    private int end;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, until the next is read; without a line feed when the source ends within it.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">A line is longer than any that is written.</exception>
    internal bool TryRead(out ReadOnlySpan<byte> line)
    {
        for (var searched = 0; ;)
        {
            var found = buffer.AsSpan(begin + searched, end - begin - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Take(searched + found + 1, out line);
            }

            searched = end - begin;
            if (!TryFill())
            {
                return Take(searched, out line);
            }
        }
    }

    private bool Take(int length, out ReadOnlySpan<byte> line)
    {
        line = buffer.AsSpan(begin, length);
        begin += length;
        return length > 0;
    }

    private bool TryFill()
    {
        if (end == buffer.Length)
        {
            MakeRoom();
        }

        var count = source.Read(buffer.AsSpan(end));
        end += count;
        return count > 0;
    }

    private void MakeRoom()
    {
        if (begin == 0 && buffer.Length >= MaxSize)
        {
            throw new InvalidDataException("a line is longer than any that is written");
        }

        var larger = begin > 0 ? buffer : new byte[buffer.Length * 2];
        buffer.AsSpan(begin, end - begin).CopyTo(larger);
        (buffer, begin, end) = (larger, 0, end - begin);
    }
}
