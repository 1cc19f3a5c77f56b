using System.Collections.Concurrent;
using System.ComponentModel;
using System.Management.Automation;
using System.Reflection;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Connections;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>
/// What every cmdlet has: it can be stopped, and only its pipeline thread writes. Workers leave notices, which are written while the pipeline thread waits.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConvCmdlet : PSCmdlet, IDisposable
{
    private const int TickMilliseconds = 200;
    private const string ConfirmAnswer = "-Confirm:$false";

    // Never disposed: StopProcessing may still come from another thread when the command is over.
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<RequestNotice> notices = new();
    private bool hasWarnedOfRetries;

    private protected ConvCmdlet()
    {
    }

    private protected CancellationToken StopToken => stopping.Token;

    private protected ConnectionStore Connections => ConnectionStore.Current;

    private protected SeenResources Seen => field ??= SeenResources.Current;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // Before the first item comes, only the command line is bound. A misspelt variable must not mean the default, or everything.
        foreach (var (parameter, value) in MyInvocation.BoundParameters)
        {
            if (value is null && !NullClears(parameter))
            {
                Terminate(ErrorRecords.NullArgument(parameter));
            }
        }
    }

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
            Write(notice);
        }
    }

    private void Write(RequestNotice notice)
    {
        if (notice.Kind == RequestNoticeKind.Answer)
        {
            WriteDebug(notice.Text);
        }
        else if (notice.Kind == RequestNoticeKind.Pace || hasWarnedOfRetries)
        {
            WriteVerbose(notice.Text);
        }
        else
        {
            hasWarnedOfRetries = true;
            WriteWarning($"{notice.Text} Further retries are shown with -Verbose.");
        }
    }

    /// <summary>Writes the error of one item, after which the others go on.</summary>
    private protected virtual void WriteItemError(ErrorRecord record) => WriteError(record);

    /// <summary>Asks, as <see cref="Cmdlet.ShouldProcess(string, string)"/> does, and says what to pass where nobody can be asked.</summary>
    private protected bool MayProcess(string target, string action) =>
        WillConfirm() ? Ask(() => ShouldProcess(target, action), ConfirmAnswer) : ShouldProcess(target, action);

    /// <summary>Asks once for all that a command does.</summary>
    /// <param name="description">What it does, on one line.</param>
    /// <param name="question">What is asked, with all that one should know.</param>
    /// <param name="caption">The heading of the question.</param>
    private protected bool MayProcess(string description, string question, string caption) =>
        WillConfirm() ? Ask(() => ShouldProcess(description, question, caption), ConfirmAnswer) : ShouldProcess(description, question, caption);

    /// <summary>Asks a question; a host that can't ask gets an error that names the switch.</summary>
    private protected bool Ask(Func<bool> question, string answer)
    {
        if (RedirectedInput.IsOf(Host))
        {
            Terminate(ErrorRecords.CannotAsk(answer, cause: null));
        }

        try
        {
            return question();
        }
        catch (Exception exception) when (exception is not (PipelineStoppedException or FlowControlException))
        {
            Terminate(ErrorRecords.CannotAsk(answer, exception));
            throw;
        }
    }

    /// <summary>True when the command only tells what it would do.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? ((SwitchParameter)given).IsPresent
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private bool NullClears(string parameter) =>
        GetType().GetProperty(parameter)?.GetCustomAttribute<NullClearsAttribute>() is not null;

    // What PowerShell itself looks at before it asks.
    private bool WillConfirm()
    {
        if (IsWhatIf)
        {
            return false;
        }

        if (MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm))
        {
            return ((SwitchParameter)confirm).IsPresent;
        }

        // -Debug asks about everything.
        if (MyInvocation.BoundParameters.TryGetValue("Debug", out var debug) && ((SwitchParameter)debug).IsPresent)
        {
            return true;
        }

        var preference = LanguagePrimitives.ConvertTo<ConfirmImpact>(GetVariableValue("ConfirmPreference", ConfirmImpact.High));
        return preference != ConfirmImpact.None && GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact >= preference;
    }
}
