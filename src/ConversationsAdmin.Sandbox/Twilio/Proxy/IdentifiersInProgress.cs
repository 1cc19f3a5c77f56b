namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>Whose participants are being created: their request has acted, and its answer is still held back.</summary>
internal sealed class IdentifiersInProgress(TimeSpan latency, TimeProvider time)
{
    // The timer that holds the answer back may end a little early, and then nothing is in progress any more.
    private static readonly TimeSpan TimerSlack = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<string, long> acted = [];

    public void Enter(string identifier)
    {
        if (latency > TimeSpan.Zero)
            acted[identifier] = time.GetTimestamp();
    }

    public bool Contains(string identifier)
    {
        if (!acted.TryGetValue(identifier, out var since))
            return false;
        if (time.GetElapsedTime(since) < latency - TimerSlack)
            return true;
        acted.Remove(identifier);
        return false;
    }
}
