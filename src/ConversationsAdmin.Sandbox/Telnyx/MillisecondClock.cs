namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>The provider shows milliseconds; keeping no more makes filters agree with what a caller sees.</summary>
internal sealed class MillisecondClock(DateTimeOffset? stopped, TimeProvider time)
{
    public DateTimeOffset Now
    {
        get
        {
            var now = (stopped ?? time.GetUtcNow()).ToUniversalTime();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }
}
