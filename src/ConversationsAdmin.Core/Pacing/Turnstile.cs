namespace ConversationsAdmin.Core.Pacing;

/// <summary>Lets so many through at once, in the order in which they came. Who comes again goes before newcomers.</summary>
/// <param name="capacity">How many may be inside now. It may change at any time.</param>
internal sealed class Turnstile(Func<int> capacity)
{
    private readonly object key = new();
    private readonly LinkedList<TaskCompletionSource> returning = [];
    private readonly LinkedList<TaskCompletionSource> newcomers = [];
    private int inside;

    /// <summary>How many are inside.</summary>
    internal int Inside => Volatile.Read(ref inside);

    /// <summary>Goes through as soon as there is room. Whoever went through must <see cref="Leave"/>.</summary>
    internal ValueTask EnterAsync(bool isReturning, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        var line = isReturning ? returning : newcomers;
        LinkedListNode<TaskCompletionSource> node;
        lock (key)
        {
            if (returning.Count + newcomers.Count == 0 && inside < capacity())
            {
                inside++;
                return ValueTask.CompletedTask;
            }

            node = line.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

            // There may be more room than when somebody last left.
            LetThrough();
        }

        return WaitAsync(node, line, cancellationToken);
    }

    /// <summary>Makes room for the next.</summary>
    internal void Leave()
    {
        lock (key)
        {
            inside--;
            LetThrough();
        }
    }

    private async ValueTask WaitAsync(LinkedListNode<TaskCompletionSource> node, LinkedList<TaskCompletionSource> line, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => StepOut(node, line, cancellationToken));
        await node.Value.Task.ConfigureAwait(false);
    }

    // Who was let through in the same moment stays so, and leaves as everybody else.
    private void StepOut(LinkedListNode<TaskCompletionSource> node, LinkedList<TaskCompletionSource> line, CancellationToken cancellationToken)
    {
        lock (key)
        {
            if (node.List is null)
            {
                return;
            }

            line.Remove(node);
        }

        node.Value.TrySetCanceled(cancellationToken);
    }

    private void LetThrough()
    {
        while ((returning.First ?? newcomers.First) is { } next && inside < capacity())
        {
            next.List!.Remove(next);
            inside++;
            next.Value.SetResult();
        }
    }
}
