using System.Diagnostics;

namespace ConversationsAdmin.Core.Parallel;

/// <summary>How far a run has come: what is done, what failed, how fast, and how long the rest will take.</summary>
public sealed class RunProgress
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>How many were begun or wait for it.</summary>
    public int Added { get; private set; }

    /// <summary>How many are finished, well or badly.</summary>
    public int Done { get; private set; }

    /// <summary>How many of them failed.</summary>
    public int Failed { get; private set; }

    /// <summary>How many there will be; null while that is not known.</summary>
    public int? Total { get; set; }

    /// <summary>Tells the pace, in write actions a second, that makes the run wait; null while nothing does.</summary>
    public Func<double?> Pace { get; init; } = static () => null;

    /// <summary>How long the run has taken.</summary>
    public TimeSpan Elapsed => watch.Elapsed;

    /// <summary>How many are finished in a second, over the whole run.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>How long the rest will take at this rate; null while that can't be said.</summary>
    public TimeSpan? Remaining => Total is { } total && Done > 0 ? TimeSpan.FromSeconds((total - Done) / PerSecond) : null;

    /// <summary>The share that is finished, 0 to 100; null while the total is not known.</summary>
    public int? Percent => Total is { } total && total > 0 ? (int)(100L * Done / total) : null;

    /// <summary>Begins to count the time, which a question may have taken until now.</summary>
    public void Begin() => watch.Restart();

    /// <summary>Counts one that was added.</summary>
    public void CountAdded() => Added++;

    /// <summary>Counts one that is finished.</summary>
    /// <param name="failed">True when it failed.</param>
    public void CountDone(bool failed)
    {
        Done++;
        Failed += failed ? 1 : 0;
    }

    /// <summary>Done, rate and failed on one line, and the pace that the run keeps to.</summary>
    public override string ToString() =>
        $"{Done:N0}{(Total is { } total ? $" of {total:N0}" : "")} done, {PerSecond:N0}/s, {Failed:N0} failed{(Pace() is { } pace ? $", paced at {pace:0.##}/s" : "")}";
}
