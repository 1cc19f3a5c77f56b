namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>How a clean-up ended, in numbers.</summary>
internal sealed class CleanupSummary
{
    private readonly Dictionary<RemovalStatus, int> counts = [];

    internal int Failed => Counted(RemovalStatus.Failed);

    internal bool NotAuthorised { get; private set; }

    internal void Count(RemovalOutcome outcome)
    {
        counts[outcome.Status] = Counted(outcome.Status) + 1;
        NotAuthorised |= outcome.Error is ProviderResponseException { StatusCode: 401 or 403 };
    }

    internal void Write(TextWriter output, int total, TimeSpan elapsed)
    {
        var done = counts.Values.Sum();
        output.WriteLine(
            $"Removed {Counted(RemovalStatus.Removed):N0}, already gone {Counted(RemovalStatus.AlreadyGone):N0}, failed {Failed:N0} of {total:N0} in {elapsed.TotalSeconds:0.0} s.");
        if (done < total)
        {
            output.WriteLine($"{total - done:N0} were not tried, or their end is not known. Run the same command again: it goes on with what is left.");
        }
    }

    private int Counted(RemovalStatus status) => counts.GetValueOrDefault(status);
}
