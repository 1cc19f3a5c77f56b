using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Core.Journals;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the journal: how each item ended is on the disk before it is told, and the same command run again skips what is done.</summary>
/// <typeparam name="TItem">What is worked on at once.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JournaledCmdlet<TItem, TResult> : TargetCmdlet<TItem, TResult>
    where TResult : JournaledResult
{
    /// <summary>Why an item is skipped.</summary>
    private protected const string DoneBefore = "Done in an earlier run of this journal.";

    private const int MaxNamed = 3;

    // One that is under way, and one whose end is on its way to the disk: however slow the disk is, a kill leaves no more in doubt.
    private const int PlacesPerWorker = 2;

    private CommandJournal? journal;
    private SemaphoreSlim? places;
    private bool hasToldOfFailure;

    private protected JournaledCmdlet()
    {
    }

    /// <summary>
    /// The file that keeps what is done, so that the same command run again skips it and finishes the rest. It is made if it does not exist.
    /// With -WhatIf it is neither made nor read.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>The operation that is sent.</summary>
    private protected abstract Operation Operation { get; }

    /// <summary>Opens the journal before anything is read or sent, where the connection is certain by then.</summary>
    /// <param name="subject">What tells this command from one with other values; null when only its targets do.</param>
    private protected void BeginJournal(string? subject)
    {
        if (JournalPath is null || IsWhatIf)
        {
            return;
        }

        places = new SemaphoreSlim(PlacesPerWorker * ThrottleLimit);
        journal = new CommandJournal(ResolvePath(JournalPath), MyInvocation.MyCommand.Name, Operation, subject);
        if ((ConnectionIsExplicit ? ResolveConnection() : OnlyConnection()) is { } connection)
        {
            JournalFor(connection);
        }
    }

    /// <summary>What the journal follows of a resource; null when none is kept.</summary>
    private protected JournaledItem? ItemOf(ConvConnection connection, string resourceType, ResourceAddress address) =>
        JournalFor(connection) is { } kept ? new JournaledItem(kept, JournalKey.Of(resourceType, address)) : null;

    /// <summary>What the journal follows of a creation, of which each of several equal ones is another; null when none is kept.</summary>
    private protected JournaledItem? ItemOf(ConvConnection connection, OperationRequest creation) =>
        JournalFor(connection) is { } kept ? new JournaledItem(kept, journal!.KeyOf(creation)) : null;

    /// <summary>Whether an item was done in an earlier run, which is told with -Verbose.</summary>
    private protected bool Skips(JournaledItem item)
    {
        journal!.Count(item);
        if (item.IsDone)
        {
            WriteVerbose($"{item.Key}: {DoneBefore}");
        }

        return item.IsDone;
    }

    /// <summary>Waits until few enough ends are on their way to the disk. Runs on any thread.</summary>
    private protected Task EnterJournalAsync() => places?.WaitAsync(StopToken) ?? Task.CompletedTask;

    /// <summary>Says that an item which entered has no end to be written. Runs on any thread.</summary>
    private protected void LeaveJournal() => places?.Release();

    /// <summary>Says in the journal how an item ended, and begins nothing more if that fails. Runs on any thread.</summary>
    private protected async Task<RunFileException?> EndAsync(JournaledItem item, JournalEntry entry)
    {
        var failure = await item.EndAsync(entry).ConfigureAwait(false);
        if (failure is not null)
        {
            Halt();
        }

        places!.Release();
        return failure;
    }

    /// <summary>Waits until a result is in the journal, so that it can be told, and tells if it is not there.</summary>
    /// <returns>Why it is not there; null when it is.</returns>
    private protected RunFileException? WaitForJournal(TResult result)
    {
        var failure = result.Journaled.IsCompletedSuccessfully ? result.Journaled.Result : ResultOf(result.Journaled);
        if (failure is not null)
        {
            WriteWarning($"{result.Entry!.Key}: {result.Entry.Outcome}, which is not in the journal.");
        }

        return failure;
    }

    /// <summary>Ends the run because its journal can't be written. What is under way ends, and is told.</summary>
    private protected void EndWith(RunFileException? failure)
    {
        if (failure is not null && !hasToldOfFailure)
        {
            hasToldOfFailure = true;
            Terminate(failure.ToErrorRecord());
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (journal is { Skipped: > 0 and var skipped })
        {
            var text = $"{skipped:N0} {(skipped == 1 ? "was" : "were")} done in an earlier run of this journal, and skipped.";
            WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]);
        }

        if (journal?.NotSeen is { Count: > 0 } notSeen)
        {
            WriteWarning(
                $"{notSeen.Count:N0} that an earlier run of this journal had begun did not come again, and the journal does not say how {(notSeen.Count == 1 ? "it" : "they")} ended: "
                + $"{string.Join("; ", notSeen.Take(MaxNamed))}{(notSeen.Count > MaxNamed ? "; and others, which -Verbose names" : "")}. Give {(notSeen.Count == 1 ? "it" : "them")} to this command once more with the same journal.");
            foreach (var key in notSeen.Skip(MaxNamed))
            {
                WriteVerbose($"{key}: begun in an earlier run, and no end is known.");
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            journal?.Dispose();
        }
    }

    private Journal? JournalFor(ConvConnection connection)
    {
        try
        {
            return journal?.For(SessionOf(connection));
        }
        catch (RunFileException exception)
        {
            Terminate(exception.ToErrorRecord());
            throw;
        }
    }

    // Of several, what comes down the pipeline may be of any.
    private ConvConnection? OnlyConnection() =>
        Connections.All.Where(connection => connection.Provider == Provider).ToArray() is [{ IsDefault: true } only] ? only : null;

    private string ResolvePath(string path)
    {
        try
        {
            return FilePaths.Resolve(this, path);
        }
        catch (RunFileException exception)
        {
            Terminate(exception.ToErrorRecord());
            throw;
        }
    }
}
