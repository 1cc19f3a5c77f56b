namespace ConversationsAdmin.Core.Pacing;

/// <summary>Whether a connection has lately been answered a write, so that the next calls take no longer than usual.</summary>
internal sealed class ConnectionWarmth
{
    private static readonly long Lasting = TimeSpan.FromMinutes(1).Ticks;

    // Each budget has a lock of its own.
    private long coldFrom;

    internal bool IsWarm(TimeSpan now) => now.Ticks < Volatile.Read(ref coldFrom);

    internal void Answered(TimeSpan now) => Volatile.Write(ref coldFrom, now.Ticks + Lasting);
}
