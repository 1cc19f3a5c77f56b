namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>Counts the actions of the last second per scope.</summary>
internal sealed class SlidingWindow(int limit, TimeProvider time)
{
    private const int ScopesWorthSweeping = 10_000;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Queue<long>> actions = [];

    /// <summary>Takes one action from the scope's budget, or takes nothing and says no.</summary>
    public bool TryTake(string scope)
    {
        var now = time.GetTimestamp();
        if (!actions.TryGetValue(scope, out var taken))
        {
            if (actions.Count >= ScopesWorthSweeping)
                Sweep(now);
            actions[scope] = taken = new Queue<long>();
        }
        Forget(taken, now);
        if (taken.Count >= limit)
            return false;
        taken.Enqueue(now);
        return true;
    }

    /// <summary>How many actions the scope's budget still has.</summary>
    public int Left(string scope)
    {
        if (!actions.TryGetValue(scope, out var taken))
            return limit;
        Forget(taken, time.GetTimestamp());
        return limit - taken.Count;
    }

    private void Forget(Queue<long> taken, long now)
    {
        while (taken.TryPeek(out var oldest) && HasLeft(oldest, now))
            taken.Dequeue();
    }

    private bool HasLeft(long action, long now) => time.GetElapsedTime(action, now) >= Length;

    private void Sweep(long now)
    {
        foreach (var (scope, taken) in actions)
        {
            if (taken.All(action => HasLeft(action, now)))
                actions.Remove(scope);
        }
    }
}
