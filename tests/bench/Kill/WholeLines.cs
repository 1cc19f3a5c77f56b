namespace ConversationsAdmin.Bench.Kill;

/// <summary>Reads a file that another process may still be writing. What has no line feed yet is not there yet.</summary>
internal static class WholeLines
{
    /// <summary>Gives each whole line from a place on, without its line feed.</summary>
    /// <returns>The place behind the last of them.</returns>
    public static long Read(string path, long from, Action<ReadOnlyMemory<byte>> take)
    {
        if (!File.Exists(path))
        {
            return from;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = from;
        byte[] buffer = new byte[1 << 20];
        int held = 0;
        for (int count = file.Read(buffer, 0, buffer.Length); count > 0; count = file.Read(buffer, held, buffer.Length - held))
        {
            held += count;
            int begin = 0;
            for (int length = LineAt(begin); length >= 0; length = LineAt(begin))
            {
                take(buffer.AsMemory(begin, length));
                begin += length + 1;
            }

            from += begin;
            held -= begin;
            Array.Copy(buffer, begin, buffer, 0, held);
            Array.Resize(ref buffer, held == buffer.Length ? buffer.Length * 2 : buffer.Length);
        }

        return from;

        int LineAt(int begin) => buffer.AsSpan(begin, held - begin).IndexOf((byte)'\n');
    }
}
