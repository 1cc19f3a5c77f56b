using ConversationsAdmin.Core.Http;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>What was seen of an item before its removal. It is good for a moment only: after a longer wait the item is looked at again.</summary>
/// <param name="look">Looks, tells the look when, and answers what says that the item is to be left alone.</param>
/// <param name="clock">The clock on the wall, because others stop while a machine sleeps.</param>
internal sealed class Look(Func<Look, CancellationToken, Task<RemovalOutcome?>> look, TimeProvider clock) : ISendCondition
{
    // Longer than a full line of removals takes at Twilio's pace, and short beside what a person needs to write.
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);

    private DateTimeOffset taken;
    private volatile bool isKept;

    public bool Holds => isKept || (clock.GetUtcNow() - taken is { Ticks: >= 0 } age && age < GoodFor);

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (await TakeAsync(cancellationToken).ConfigureAwait(false) is { } leftAlone)
        {
            throw new LeftAloneException(leftAlone);
        }
    }

    internal Task<RemovalOutcome?> TakeAsync(CancellationToken cancellationToken) => look(this, cancellationToken);

    /// <summary>Says that what is read from now on counts.</summary>
    internal void SetTaken() => taken = clock.GetUtcNow();

    /// <summary>Makes it good for as long as it takes.</summary>
    internal void Keep() => isKept = true;
}
