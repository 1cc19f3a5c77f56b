namespace ConversationsAdmin.Sandbox;

/// <summary>The provider shows whole seconds; keeping no more makes filters agree with what a caller sees.</summary>
internal sealed class WholeSecondClock(DateTimeOffset? stopped, TimeProvider time)
{
    public DateTimeOffset Now
    {
        get
        {
            var now = (stopped ?? time.GetUtcNow()).ToUniversalTime();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }
}
