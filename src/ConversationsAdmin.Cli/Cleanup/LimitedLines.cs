namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Writes so many lines of each kind, and at the end how many there were besides, so that one cause does not drown the others.</summary>
/// <param name="writer">Where they go.</param>
/// <param name="most">How many of a kind.</param>
internal sealed class LimitedLines(TextWriter writer, int most)
{
    private readonly object gate = new();
    private readonly Dictionary<string, int> counts = [];

    internal void Write(string kind, string line)
    {
        lock (gate)
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (counts[kind] <= most)
            {
                Write(line);
            }
        }
    }

    /// <summary>Writes a line that is not counted.</summary>
    internal void Write(string line)
    {
        try
        {
            writer.WriteLine(line);
        }
        catch (IOException)
        {
            // A log that is full must not keep an outcome from its journal.
        }
    }

    /// <summary>Says what was left out.</summary>
    internal void End()
    {
        lock (gate)
        {
            foreach (var (kind, count) in counts.Where(count => count.Value > most))
            {
                writer.WriteLine($"and {count - most:N0} more {kind}");
            }
        }
    }
}
