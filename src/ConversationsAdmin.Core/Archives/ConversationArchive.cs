using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Files;
using ConversationsAdmin.Core.Http;

namespace ConversationsAdmin.Core.Archives;

/// <summary>
/// An archive of conversations: a file of JSON lines in UTF-8, plain (<c>.jsonl</c>) or compressed (<c>.jsonl.gz</c>), that only grows.
/// <para>
/// The first line is the header: <c>type</c> (<c>archive</c>), <c>schemaVersion</c> (1), <c>tool</c>, <c>provider</c>, <c>host</c>, <c>account</c>,
/// <c>container</c> (the service or the app) and <c>time</c>. The lines of a conversation follow each other and none of another comes between:
/// each has a <c>type</c> (<c>conversation</c>, <c>participant</c>, <c>webhook</c>, <c>message</c>, <c>receipt</c>, <c>insight</c> or
/// <c>interaction</c>), <c>conversation</c>, its identifier, and <c>resource</c>, what the provider answered as it answered it. The receipts of
/// a message follow it. Then comes the end line: <c>type</c> (<c>end</c>), <c>conversation</c>, <c>resourceType</c>, <c>includesReceipts</c>,
/// <c>counts</c>, <c>sha256</c> of its lines before this one, each with its line feed, <c>complete</c>, <c>missing</c> (what could not be had)
/// and <c>time</c>, when reading it began. Of a conversation that was archived again, the last lines count.
/// </para>
/// <para>
/// The last line of a completed archive is the manifest: <c>type</c> (<c>manifest</c>), <c>conversations</c>, <c>counts</c>, <c>sha256</c> of all lines
/// before it, <c>complete</c>, <c>missing</c> and <c>time</c>. In a compressed archive the header, each conversation and the manifest are
/// members of their own, which any gzip reads as one file. The hashes are of the uncompressed lines.
/// </para>
/// Safe for use by several threads at once. One process at a time has it open.
/// </summary>
public sealed class ConversationArchive : IAsyncDisposable
{
    private readonly ArchiveFormat format;
    private readonly ArchiveOptions options;
    private readonly ArchiveOwner owner;
    private readonly ArchiveContent content;
    private readonly AppendOnlyFile file;
    private readonly SemaphoreSlim places;
    private readonly SemaphoreSlim order = new(1, 1);
    private int underWay;
    private bool isCompleted;

    private ConversationArchive(string path, ArchiveFormat format, ArchiveOptions options, ArchiveOwner owner, ArchiveContent content, AppendOnlyFile file)
    {
        Path = path;
        this.format = format;
        this.options = options;
        this.owner = owner;
        this.content = content;
        this.file = file;
        places = new SemaphoreSlim(options.MaxConcurrency, options.MaxConcurrency);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Opens an archive, or makes it. One that is there is checked and gone on with: what a kill left half written at its end is cut off, and so is the manifest.</summary>
    /// <param name="path">The file. Its name says the format.</param>
    /// <param name="options">What is archived of each conversation.</param>
    /// <param name="identity">Whose conversations it holds.</param>
    /// <param name="container">The service or the app that they lie in; null where the account alone says it.</param>
    /// <exception cref="RunFileException">
    /// Nothing was changed. <c>UnknownArchiveFormat</c>: the name says no format. <c>ArchiveUnreadable</c>: the file is no archive, or one of a newer version.
    /// <c>OtherAccount</c>: it is an archive of another account, address or container. <c>ArchiveDamaged</c>: it is not what was written.
    /// <c>FileInUse</c> and <c>FileNotWritable</c> as <see cref="AppendOnlyFile.Open"/>.
    /// </exception>
    public static ConversationArchive Open(string path, ArchiveOptions options, ConnectionIdentity identity, string? container)
    {
        var format = ArchiveFormat.For(path);
        var owner = new ArchiveOwner(identity, container);
        var content = new ArchiveContent();
        var file = AppendOnlyFile.Open(path, stream => ArchiveCheck.FindEnd(path, stream, format, owner, content));
        try
        {
            var archive = new ConversationArchive(path, format, options, owner, content, file);
            if (content.Header is null)
            {
                archive.AppendAsync(ArchiveLines.Write(owner.ToHeader())).GetAwaiter().GetResult();
            }

            return archive;
        }
        catch
        {
            file.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>Demands of a file's name that it says a format.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RunFileException"><c>UnknownArchiveFormat</c>: it says none.</exception>
    public static void DemandFormat(string path) => ArchiveFormat.For(path);

    /// <summary>Demands of a conversation that it is of the account and the container of this archive.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="source">The conversation.</param>
    /// <exception cref="RunFileException"><c>OtherAccount</c>: it is not.</exception>
    public void DemandOwn(ProviderSession session, ArchiveSource source) => owner.Demand(Path, session, source);

    /// <summary>Whether all of a conversation is on the disk, from this run or an earlier one, with its receipts if this archive is to have them.</summary>
    /// <param name="id">The identifier of the conversation.</param>
    /// <param name="since">What was read earlier does not count.</param>
    public bool Contains(string id, DateTimeOffset? since = null) => Find(id) is { Complete: true } archived && !(archived.Time < since);

    /// <summary>What is on the disk of a conversation, from this run or an earlier one; null when it is nothing, or has no receipts although this archive is to have them.</summary>
    /// <param name="id">The identifier of the conversation.</param>
    public ArchivedConversation? Find(string id) =>
        content.Find(id) is { } archived && (archived.IncludesReceipts || !options.IncludeReceipts) ? archived : null;

    /// <summary>Reads a conversation with all that belongs to it, and appends it. A failure appends nothing.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="source">The conversation.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends the reading at once.</param>
    /// <returns>What was archived, when it is on the disk.</returns>
    /// <exception cref="RequestArgumentException">An identifier is malformed. Nothing was sent.</exception>
    /// <exception cref="ProviderException">
    /// It could not be read. With <see cref="ProviderResponseException.IsNotFound"/> it is gone, and there is nothing to be archived.
    /// </exception>
    /// <exception cref="RunFileException"><c>OtherAccount</c>: it is not of this archive. <c>FileNotWritable</c>: there is no room, say.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ArchivedConversation> WriteAsync(ProviderSession session, ArchiveSource source, Action<RequestNotice>? notice, CancellationToken cancellationToken)
    {
        DemandOwn(session, source);
        Interlocked.Increment(ref underWay);
        try
        {
            using var unit = new ArchiveUnit(format, Folder);
            var block = new ArchiveBlock(unit, ArchivedResources.IdOf(source));
            await new ConversationReading(session, source, places, notice).WriteToAsync(block, options.IncludeReceipts, cancellationToken).ConfigureAwait(false);
            var archived = block.End(source.ResourceType, options.IncludeReceipts);
            await AppendAsync(unit).ConfigureAwait(false);
            content.Add(archived, block.Counts);
            return archived;
        }
        catch (IOException exception)
        {
            throw new RunFileException("FileNotWritable", Path, $"What is to be archived in {Path} can't be collected beside it: {exception.Message} Give a file in a folder that has room.", exception);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    /// <summary>Appends the manifest. Nothing can be appended afterwards.</summary>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: it, or something earlier, could not be written.</exception>
    /// <exception cref="InvalidOperationException">A conversation is still under way.</exception>
    public async Task<ArchiveManifest> CompleteAsync()
    {
        if (Volatile.Read(ref underWay) > 0)
        {
            throw new InvalidOperationException("A conversation is still under way.");
        }

        var manifest = content.ToManifest(Path);
        await AppendAsync(ArchiveLines.Write(ArchiveLines.ManifestOf(manifest))).ConfigureAwait(false);
        isCompleted = true;
        return manifest;
    }

    /// <summary>Closes the file. Without a manifest it can be gone on with as well as with one.</summary>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    private string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    private async Task AppendAsync(byte[] line)
    {
        using var unit = new ArchiveUnit(format, Folder);
        unit.Write(line);
        unit.End();
        await AppendAsync(unit).ConfigureAwait(false);
    }

    private async Task AppendAsync(ArchiveUnit unit)
    {
        Task written;
        await order.WaitAsync().ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(isCompleted, this);
            content.Hash(unit.OpenLines());
            written = file.AppendAsync(unit.OpenBytes());
        }
        finally
        {
            order.Release();
        }

        await written.ConfigureAwait(false);
    }
}
