using System.Collections.Concurrent;
using System.ComponentModel;
using System.Management.Automation;
using System.Threading.Channels;
using ConversationsAdmin.Core.Parallel;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds work on several items at once. The pipeline thread adds items and, while the queue is full, writes what is finished.</summary>
/// <typeparam name="TItem">What is worked on at once.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ParallelCmdlet<TItem, TResult> : ConnectedCmdlet
{
    private const int DefaultThrottleLimit = 10;
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentQueue<TItem> leftAlone = new();
    private ParallelQueue<TItem, TResult>? queue;
    private TimeSpan nextProgress = ProgressAfter;
    private bool progressIsShown;
    private volatile bool isEnding;

    private protected ParallelCmdlet() => Progress = new RunProgress { Pace = CurrentPace };

    /// <summary>How many requests may be in progress at once, 1 to 64. The default is 10. All that runs on one connection shares its -MaxConcurrency.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = DefaultThrottleLimit;

    /// <summary>How many items are worked on at once.</summary>
    private protected virtual int Workers => ThrottleLimit;

    private protected RunProgress Progress { get; }

    /// <summary>True while the command ends early. May be asked by a worker.</summary>
    private protected bool IsEnding => isEnding || queue is { IsHalted: true };

    /// <summary>True when -ErrorAction ends the command with its first error. May be asked by a worker.</summary>
    private protected bool EndsWithFirstError { get; private set; }

    /// <summary>What the command does, as the progress bar says it.</summary>
    private protected abstract string Activity { get; }

    /// <summary>How many results there will be of that many items; null where an item may have any number.</summary>
    private protected virtual int? TotalOf(int items) => items;

    /// <summary>Works on an item. Runs on any thread, so it writes nothing but results and notices.</summary>
    private protected abstract Task WorkAsync(TItem item, ChannelWriter<TResult> results, CancellationToken cancellationToken);

    /// <summary>Takes a result, on the pipeline thread.</summary>
    private protected abstract void Take(TResult result);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        EndsWithFirstError = FirstErrorEnds();
    }

    /// <summary>Gives an item to the workers.</summary>
    private protected void Enqueue(TItem item)
    {
        queue ??= new ParallelQueue<TItem, TResult>(Workers, WorkAsync, StopToken);
        while (!queue.TryAdd(item))
        {
            TakeFinished(queue);
            WaitFor(queue.WaitForRoomOrResultAsync(StopToken));
            ThrowIfEnded(queue);
        }

        Progress.CountAdded();
        TakeFinished(queue);
        ShowProgress();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (queue is null)
        {
            return;
        }

        queue.CompleteAdding();
        Progress.Total = TotalOf(Progress.Added);
        TakeRest(queue);
        HideProgress();
        TakeEnd();
    }

    /// <summary>Ends the command with an error, but first lets what is under way end, so that its outcome is told.</summary>
    private protected override void Terminate(ErrorRecord record)
    {
        if (isEnding)
        {
            WriteItemError(record);
            return;
        }

        isEnding = true;
        if (queue is not null)
        {
            HaltAndTakeRest(queue);
        }

        base.Terminate(record);
    }

    /// <summary>Writes the error of one item. Where -ErrorAction ends the command with it, what is under way ends first, because nothing can be written afterwards.</summary>
    private protected override void WriteItemError(ErrorRecord record)
    {
        if (!EndsWithFirstError)
        {
            WriteError(record);
        }
        else if (!isEnding)
        {
            isEnding = true;
            if (queue is not null)
            {
                HaltAndTakeRest(queue);
            }

            WriteError(record);
        }
        else
        {
            // No second error can be written, and nothing may be lost.
            WriteWarning(record.TargetObject is { } target ? $"{target}: {record.Exception.Message}" : record.Exception.Message);
        }
    }

    /// <summary>Begins nothing more. May be called by a worker.</summary>
    private protected void Halt() => queue?.Halt();

    /// <summary>Notes that a worker never sent anything for its item, because the run ended. May be called by a worker.</summary>
    private protected void LeaveAlone(TItem item) => leftAlone.Enqueue(item);

    /// <summary>Takes an item that was given to the workers and never begun, on the pipeline thread.</summary>
    private protected virtual void TakeNotBegun(TItem item)
    {
    }

    /// <summary>Tells how many items were given to the workers and never begun.</summary>
    private protected virtual void TellNotBegun(int count) =>
        WriteWarning($"The run ended early: {count:N0} that had come down the pipeline {(count == 1 ? "was" : "were")} not begun.");

    /// <summary>Takes the end of the run, on the pipeline thread, when nothing is under way any more; also when it ended early.</summary>
    private protected virtual void TakeEnd()
    {
    }

    private bool FirstErrorEnds() =>
        (MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var given) ? given : GetVariableValue("ErrorActionPreference")) is { } preference
        && LanguagePrimitives.ConvertTo<ActionPreference>(preference) == ActionPreference.Stop;

    private void HaltAndTakeRest(ParallelQueue<TItem, TResult> queue)
    {
        queue.Halt();
        while (!queue.Completion.IsCompleted)
        {
            WaitFor(Task.WhenAny(queue.Completion, ReadAsync(queue)));
            TakeFinished(queue);
        }

        TakeFinished(queue);
        var notBegun = leftAlone.Concat(queue.TakeWaiting()).ToArray();
        foreach (var item in notBegun)
        {
            TakeNotBegun(item);
        }

        if (notBegun.Length > 0)
        {
            TellNotBegun(notBegun.Length);
        }

        HideProgress();
        TakeEnd();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && queue is not null)
        {
            // Nothing may be under way when the command is over, so that no outcome comes after it.
            queue.Completion.GetAwaiter().GetResult();
        }

        base.Dispose(disposing);
    }

    private protected override void WriteNotices()
    {
        base.WriteNotices();
        ShowProgress();
    }

    private void TakeRest(ParallelQueue<TItem, TResult> queue)
    {
        while (ResultOf(ReadAsync(queue)))
        {
            TakeFinished(queue);
            ShowProgress();
        }
    }

    private async Task<bool> ReadAsync(ParallelQueue<TItem, TResult> queue) =>
        await queue.Results.WaitToReadAsync(StopToken).ConfigureAwait(false);

    private void TakeFinished(ParallelQueue<TItem, TResult> queue)
    {
        while (queue.Results.TryRead(out var result))
        {
            Take(result);
        }
    }

    // A worker that failed in a way that is no outcome ends the queue; its exception must not be taken for a full queue.
    private void ThrowIfEnded(ParallelQueue<TItem, TResult> queue)
    {
        if (queue.Completion.IsCompleted)
        {
            TakeRest(queue);
        }
    }

    private void ShowProgress()
    {
        if (Progress.Elapsed < nextProgress)
        {
            return;
        }

        nextProgress = Progress.Elapsed + ProgressInterval;
        progressIsShown = true;
        WriteProgress(new ProgressRecord(activityId: 1, Activity, Progress.ToString())
        {
            PercentComplete = Progress.Percent ?? -1,
            SecondsRemaining = Progress.Remaining is { } remaining ? (int)remaining.TotalSeconds : -1,
        });
    }

    private void HideProgress()
    {
        if (progressIsShown)
        {
            WriteProgress(new ProgressRecord(activityId: 1, Activity, Progress.ToString()) { RecordType = ProgressRecordType.Completed });
            progressIsShown = false;
        }
    }
}
