using System.Diagnostics;

namespace ConversationsAdmin.Bench;

/// <summary>When the server got the first delete and answered the last, so that a client that tells no time can be measured.</summary>
internal sealed class DeleteRecord
{
    public const string Path = "/deletes";

    private readonly object _lock = new();
    private long _first;
    private long _last;
    private int _count;

    public void Begin()
    {
        lock (_lock)
        {
            _first = _first == 0 ? Stopwatch.GetTimestamp() : _first;
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _last = Stopwatch.GetTimestamp();
            _count++;
        }
    }

    /// <summary>Tells what came since it was asked last.</summary>
    public Deletes Take()
    {
        lock (_lock)
        {
            var taken = new Deletes(_count, Stopwatch.GetElapsedTime(_first, _last).TotalSeconds);
            (_first, _last, _count) = (0, 0, 0);
            return taken;
        }
    }

    /// <summary>How many deletes were answered, and the time from the first request to the last answer.</summary>
    public sealed record Deletes(int Count, double Seconds);
}
