namespace ConversationsAdmin.Core.Journals;

/// <summary>Reads the lines of a stream that are whole, which are those that end with a line feed.</summary>
internal static class WholeLines
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>Reads them from where the stream stands.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="take">Takes each line, without its end, and its number from 1 on.</param>
    /// <returns>How many bytes the whole lines have.</returns>
    internal static long Read(Stream stream, Action<int, ReadOnlyMemory<byte>> take)
    {
        var buffer = new byte[FirstBuffer];
        var filled = 0;
        var number = 0;
        var end = 0L;
        while (stream.Read(buffer, filled, buffer.Length - filled) is > 0 and var read)
        {
            filled += read;
            var start = 0;
            while (Array.IndexOf(buffer, (byte)'\n', start, filled - start) is >= 0 and var feed)
            {
                take(++number, buffer.AsMemory(start, feed - start));
                end += feed + 1 - start;
                start = feed + 1;
            }

            filled -= start;
            Buffer.BlockCopy(buffer, start, buffer, 0, filled);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }
        }

        return end;
    }
}
