using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>The archives of an erasure: one for each service, because an archive is of one service.</summary>
internal sealed class ErasureArchives : IAsyncDisposable
{
    private readonly Dictionary<string, ConversationArchive> archives = new(StringComparer.Ordinal);
    private readonly ErasureOptions options;

    private ErasureArchives(ErasureOptions options) => this.options = options;

    /// <summary>Opens or makes the archive of each service that has something to be archived.</summary>
    /// <exception cref="RunFileException">One can't be used.</exception>
    internal static async Task<ErasureArchives> OpenAsync(ProviderSession session, ErasureOptions options, IEnumerable<string> services)
    {
        var opened = new ErasureArchives(options);
        try
        {
            foreach (var service in options.ArchivePath is null ? [] : services)
            {
                var path = options.AllServices ? PathOf(options.ArchivePath!, service) : options.ArchivePath!;
                var what = new ArchiveOptions { IncludeReceipts = options.IncludeReceipts, MaxConcurrency = options.ThrottleLimit };
                opened.archives.Add(service, ConversationArchive.Open(path, what, session.IdentityFor(Api.TwilioConversations), service));
            }

            return opened;
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The archive of a service; null when there is none.</summary>
    internal string? FileOf(string service) => archives.GetValueOrDefault(service)?.Path;

    /// <summary>Archives a conversation as it is now. What was archived of it before stays in the file.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>Why the conversation must not be touched; null when it may be.</returns>
    /// <exception cref="ProviderException">It could not be read.</exception>
    /// <exception cref="RunFileException">The archive can't be written.</exception>
    internal async Task<string?> WriteAsync(ProviderSession session, ErasureItem conversation, Action<RequestNotice>? notice, CancellationToken cancellationToken)
    {
        if (options.ArchivePath is null)
        {
            return null;
        }

        var archive = archives[conversation.ServiceSid];
        var source = new ArchiveSource(
            Conversation.TypeName, new ResourceAddress(("ServiceSid", conversation.ServiceSid), ("ConversationSid", conversation.ConversationSid)));

        // Also when an earlier run archived it: what came since would be lost. Its lines stay in the file.
        var archived = await archive.WriteAsync(session, source, notice, cancellationToken).ConfigureAwait(false);
        return archived.Complete || options.AcceptIncompleteArchive
            ? null
            : $"Its archive is not complete: {string.Join(" ", archived.Missing)}";
    }

    /// <summary>Says that nothing is under way any more: each archive gets its manifest.</summary>
    /// <exception cref="RunFileException">One can't be written.</exception>
    internal async Task CompleteAsync()
    {
        foreach (var archive in archives.Values)
        {
            await archive.CompleteAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var archive in archives.Values)
        {
            await archive.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Before all of the ending, which has two dots in .jsonl.gz.
    private static string PathOf(string path, string service)
    {
        var ending = path.LastIndexOf(".jsonl", StringComparison.OrdinalIgnoreCase);
        return path.Insert(ending < 0 ? path.Length : ending, $".{service}");
    }
}
