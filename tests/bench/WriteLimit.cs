using System.Globalization;

namespace ConversationsAdmin.Bench;

/// <summary>A limit of writes in any second, as Twilio has it, that may change while a benchmark runs. It keeps what it let through and what not.</summary>
internal sealed class WriteLimit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly (TimeSpan From, int Limit)[] _plan;
    private readonly TimeProvider _clock;
    private readonly Queue<TimeSpan> _window = new();
    private readonly List<double> _accepted = [];
    private readonly List<double> _refused = [];
    private readonly Lock _lock = new();
    private long? _first;

    private WriteLimit((TimeSpan From, int Limit)[] plan, TimeProvider clock)
    {
        _plan = plan;
        _clock = clock;
    }

    /// <summary>Reads a plan such as <c>0:30,15:10</c>: from so many seconds after the first write, so many in any second.</summary>
    public static WriteLimit Parse(string plan) => new(
        [.. plan.Split(',').Select(step => step.Split(':')).Select(step =>
            (TimeSpan.FromSeconds(double.Parse(step[0], CultureInfo.InvariantCulture)), int.Parse(step[1], CultureInfo.InvariantCulture)))],
        TimeProvider.System);

    public bool TryTake()
    {
        lock (_lock)
        {
            TimeSpan now = _clock.GetElapsedTime(_first ??= _clock.GetTimestamp());
            while (_window.TryPeek(out TimeSpan oldest) && now - oldest >= Second)
            {
                _window.Dequeue();
            }

            bool taken = _window.Count < _plan.Last(step => step.From <= now).Limit;
            (taken ? _accepted : _refused).Add(now.TotalSeconds);
            if (taken)
            {
                _window.Enqueue(now);
            }

            return taken;
        }
    }

    public WriteRecord Record()
    {
        lock (_lock)
        {
            return new WriteRecord([.. _accepted], [.. _refused]);
        }
    }
}
