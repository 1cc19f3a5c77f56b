using System.Collections.Concurrent;
using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Module.Connections;
using ConversationsAdmin.Module.Errors;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>
/// What every cmdlet has: it can be stopped, and only its pipeline thread writes. Workers leave notices, which are written while the pipeline thread waits.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConvCmdlet : PSCmdlet, IDisposable
{
    private const int TickMilliseconds = 200;

    // Never disposed: StopProcessing may still come from another thread when the command is over.
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<RequestNotice> notices = new();
    private bool hasWarnedOfRetries;

    private protected ConvCmdlet()
    {
    }

    private protected CancellationToken StopToken => stopping.Token;

    private protected ConnectionStore Connections => ConnectionStore.Current;

    /// <inheritdoc/>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>Ends whatever is still under way.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends whatever is still under way.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Ends the command with an error.</summary>
    private protected virtual void Terminate(ErrorRecord record) => ThrowTerminatingError(record);

    private protected void Notice(RequestNotice notice) => notices.Enqueue(notice);

    /// <summary>Waits on the pipeline thread until a task has ended, well or badly, and writes the notices meanwhile.</summary>
    private protected void WaitFor(Task task)
    {
        while (Task.WaitAny([task], TickMilliseconds) < 0)
        {
            WriteNotices();
        }

        WriteNotices();
        if (stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private protected T ResultOf<T>(Task<T> task)
    {
        WaitFor(task);
        return task.GetAwaiter().GetResult();
    }

    private protected virtual void WriteNotices()
    {
        while (notices.TryDequeue(out var notice))
        {
            if (!notice.IsRetry)
            {
                WriteDebug(notice.Text);
            }
            else if (hasWarnedOfRetries)
            {
                WriteVerbose(notice.Text);
            }
            else
            {
                hasWarnedOfRetries = true;
                WriteWarning($"{notice.Text} Further retries are shown with -Verbose.");
            }
        }
    }

    /// <summary>Asks, as <see cref="Cmdlet.ShouldProcess(string, string)"/> does, and says what to pass where nobody can be asked.</summary>
    private protected bool MayProcess(string target, string action) => Ask(() => ShouldProcess(target, action), "-Confirm:$false");

    /// <summary>Runs a question; a host that can't ask gets an error that names the switch.</summary>
    private protected bool Ask(Func<bool> question, string answer)
    {
        try
        {
            return question();
        }
        catch (Exception exception) when (exception is PSInvalidOperationException or System.Management.Automation.Host.HostException or NotImplementedException)
        {
            Terminate(ErrorRecords.CannotAsk(answer, exception));
            throw;
        }
    }
}
