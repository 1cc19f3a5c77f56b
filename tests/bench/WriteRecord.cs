namespace ConversationsAdmin.Bench;

/// <summary>The writes that a limit let through and those that it refused.</summary>
/// <param name="Accepted">Seconds after the first.</param>
/// <param name="Refused">Seconds after the first.</param>
internal sealed record WriteRecord(double[] Accepted, double[] Refused)
{
    /// <summary>How many were let through in a second, from the first to the last.</summary>
    public double AcceptedPerSecond => (Accepted.Length - 1) / (Accepted[^1] - Accepted[0]);

    /// <summary>The seconds from the first to the last.</summary>
    public double Seconds => Accepted[^1] - Accepted[0];

    /// <summary>How many of a second were let through, in the fullest.</summary>
    public int MostInASecond => Accepted.Max(first => Accepted.Count(time => time >= first && time < first + 1));

    /// <summary>How many were let through in a second, window by window; the last one that is not full is left out.</summary>
    public IEnumerable<double> PerSecondIn(double window) => Enumerable.Range(0, (int)(Accepted[^1] / window))
        .Select(index => Accepted.Count(time => time >= index * window && time < (index + 1) * window) / window);

    /// <summary>How many were refused, window by window.</summary>
    public IEnumerable<int> RefusedIn(double window) => Enumerable.Range(0, (int)(Accepted[^1] / window))
        .Select(index => Refused.Count(time => time >= index * window && time < (index + 1) * window));
}
