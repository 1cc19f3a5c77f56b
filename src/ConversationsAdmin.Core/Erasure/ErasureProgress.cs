using System.Collections.Concurrent;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>How far the conversations of each service are: the user goes when all of them are done, and only if nothing was left in them.</summary>
internal sealed class ErasureProgress
{
    private readonly ConcurrentDictionary<string, ServiceProgress> services = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource ending = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ErasureProgress(IEnumerable<string> services, IEnumerable<ErasureItem> conversations)
    {
        var counts = conversations.GroupBy(conversation => conversation.ServiceSid, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var service in services)
        {
            this.services[service] = new ServiceProgress(counts.GetValueOrDefault(service));
        }
    }

    /// <summary>Conversations of a service in which something was left that was to go.</summary>
    internal IReadOnlyCollection<string> LeftIn(string service) => [.. services[service].Left.Keys];

    /// <summary>Says that a conversation is done.</summary>
    internal void End(ErasureItem conversation, bool isDone)
    {
        var service = services[conversation.ServiceSid];
        if (!isDone)
        {
            service.Left.TryAdd(conversation.ConversationSid!, true);
        }

        service.CountDown();
    }

    /// <summary>Says that the run ends early, so that some conversations will never be done.</summary>
    internal void EndEarly() => ending.TrySetResult();

    /// <summary>Waits until all conversations of a service are done.</summary>
    /// <returns>False when the run ended before.</returns>
    internal async Task<bool> WaitAsync(string service, CancellationToken cancellationToken)
    {
        var done = services[service].Done;
        await Task.WhenAny(done, ending.Task).WaitAsync(cancellationToken).ConfigureAwait(false);
        return done.IsCompleted;
    }

    private sealed class ServiceProgress
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int remaining;

        internal ServiceProgress(int conversations)
        {
            remaining = conversations;
            if (conversations == 0)
            {
                done.SetResult();
            }
        }

        internal ConcurrentDictionary<string, bool> Left { get; } = new(StringComparer.Ordinal);

        internal Task Done => done.Task;

        internal void CountDown()
        {
            if (Interlocked.Decrement(ref remaining) == 0)
            {
                done.TrySetResult();
            }
        }
    }
}
