using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>
/// Erases a person: from each conversation, and when all of a service are done, its user. What happened to each thing is in the journal before it is told.
/// </summary>
public sealed class ErasureRun : IAsyncDisposable
{
    private readonly ErasureJournal? journal;
    private readonly ErasureArchives archives;
    private readonly ConversationErasure conversations;
    private readonly UserErasure users;
    private readonly ErasureProgress progress;
    private int clean;

    private ErasureRun(
        ProviderSession session, ErasedPerson person, ErasureOptions options, IReadOnlyList<string> services, IReadOnlyList<ErasureItem> pending, ErasureJournal? journal, ErasureArchives archives, Action<RequestNotice>? notice)
    {
        this.journal = journal;
        this.archives = archives;
        conversations = new ConversationErasure(session, person, options, journal, archives, notice);
        users = new UserErasure(session, person, options, journal, archives, notice);
        progress = new ErasureProgress(services, pending);

        // A service comes after all conversations, so that no place of work is held by one that waits for them.
        Pending = [.. pending, .. services.Select(service => new ErasureItem(service, ConversationSid: null, TakesPart: false))];
    }

    /// <summary>What there is to work on, in this order.</summary>
    public IReadOnlyList<ErasureItem> Pending { get; }

    /// <summary>Opens the journal and the archives, and is ready to begin. Nothing is sent.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="person">Who is to be erased.</param>
    /// <param name="options">How.</param>
    /// <param name="targets">What there is to work on.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <exception cref="RequestArgumentException">As <see cref="ErasureOptions.Check"/>.</exception>
    /// <exception cref="RunFileException">The journal is another person's or account's, say, or an archive can't be used.</exception>
    public static async Task<ErasureRun> OpenAsync(ProviderSession session, ErasedPerson person, ErasureOptions options, ErasureTargets targets, Action<RequestNotice>? notice)
    {
        options.Check(person);
        var files = options.IsTrial ? options with { ArchivePath = null, JournalPath = null } : options;
        var journal = files.JournalPath is { } path ? ErasureJournal.Open(path, session, person, options, targets.Services) : null;
        try
        {
            var pending = PendingOf(targets, journal);
            var archives = await ErasureArchives.OpenAsync(session, files, pending.Select(conversation => conversation.ServiceSid).Distinct(StringComparer.Ordinal)).ConfigureAwait(false);
            return new ErasureRun(session, person, files, targets.Services, pending, journal, archives, notice);
        }
        catch
        {
            await (journal?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Works on one item to its end.</summary>
    /// <param name="item">The item.</param>
    /// <param name="tell">Hears how each thing ended, one after the other.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mayRepeat">Asked before each change is sent, and before it is sent again.</param>
    /// <returns>False when the run ended before all of the item was done.</returns>
    /// <exception cref="RunFileException">The journal or an archive can't be written, so that the run must end. What was done was told.</exception>
    /// <exception cref="ProviderException">The user could not be looked for.</exception>
    public async Task<bool> RunAsync(ErasureItem item, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        try
        {
            return item.ConversationSid is null
                ? await RunServiceAsync(item, tell, cancellationToken, mayRepeat).ConfigureAwait(false)
                : await RunConversationAsync(item, tell, cancellationToken, mayRepeat).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Says that the run ends early: what waits for conversations ends too.</summary>
    public void EndEarly() => progress.EndEarly();

    /// <summary>Says that no item is under way any more: the archives get their manifests.</summary>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: one could not be written.</exception>
    public async Task CompleteAsync()
    {
        if (journal is not null && clean == Pending.Count)
        {
            await journal.CompleteAsync().ConfigureAwait(false);
        }

        await archives.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the journal and the archives.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (journal?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
        }
        finally
        {
            await archives.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> RunConversationAsync(ErasureItem item, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var isDone = await conversations.RunAsync(item, tell, cancellationToken, mayRepeat).ConfigureAwait(false);
        progress.End(item, isDone);
        CountClean(isDone);
        return true;
    }

    private async Task<bool> RunServiceAsync(ErasureItem item, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        if (!await progress.WaitAsync(item.ServiceSid, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await users.RunAsync(item.ServiceSid, progress.LeftIn(item.ServiceSid), tell, cancellationToken, mayRepeat).ConfigureAwait(false);
        CountClean(progress.LeftIn(item.ServiceSid).Count == 0);
        return true;
    }

    private void CountClean(bool isClean)
    {
        if (isClean)
        {
            Interlocked.Increment(ref clean);
        }
    }

    // What an earlier run looked into and left clean is not looked into again, unless the person takes part in it.
    private static List<ErasureItem> PendingOf(ErasureTargets targets, ErasureJournal? journal)
    {
        var services = targets.Services.ToHashSet(StringComparer.Ordinal);
        var found = targets.Conversations.Where(conversation => conversation.TakesPart).ToList();
        found.AddRange(journal?.Unfinished.Where(unfinished => services.Contains(unfinished.ServiceSid) && !found.Contains(unfinished)).ToList() ?? []);
        var begun = found.Select(conversation => conversation.ConversationSid).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. found,
            .. targets.Conversations.Where(conversation => !begun.Contains(conversation.ConversationSid) && journal?.IsDone(conversation) != true),
        ];
    }
}
