using System.Diagnostics;
using System.Management.Automation;
using System.Threading.Channels;
using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Archives;

/// <summary>
/// Archives conversations, and sessions of Twilio Proxy, with all that belongs to them as JSON lines, each on the disk before it counts as done.
/// An archive that is there is gone on with.
/// </summary>
[Cmdlet(VerbsData.Export, "ConvConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = InputSet)]
[OutputType(typeof(ArchiveResult), typeof(ArchivedConversation))]
public sealed class ExportConvConversationCommand : TargetCmdlet<QueuedExport, EndedExport>
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly HashSet<string> begun = new(StringComparer.OrdinalIgnoreCase);
    private ResourceIdentity resource = ResourceIdentity.Conversation;
    private ConversationArchive? archive;
    private string file = "";
    private int exported;
    private int skipped;

    /// <summary>The archive: a file whose name ends in .jsonl, or in .jsonl.gz to have it compressed. One that is there is gone on with.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>What to archive: what Get-ConvConversation, Get-ProxySession, Get-TelnyxConversation or Get-SunshineConversation wrote, what a CSV or JSON file kept of it, or identifiers.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The Twilio conversations to archive: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ConversationSid))]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The sessions of Twilio Proxy to archive: KC and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(SessionSid))]
    [ArgumentCompleter(typeof(SessionSidCompleter))]
    [Identifier]
    public string[] SessionSid { get; set; } = [];

    /// <summary>The conversations of Telnyx (UUIDs) or of Sunshine (24 hexadecimal digits each) to archive.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ConversationId))]
    [ArgumentCompleter(typeof(ConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The Conversations service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public string? ServiceSid { get; set; }

    /// <summary>The Proxy service: KS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProxyServiceSidCompleter))]
    [Identifier]
    public string? ProxyServiceSid { get; set; }

    /// <summary>The Sunshine app: 24 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AppIdCompleter))]
    [Identifier]
    public string? AppId { get; set; }

    /// <summary>Archives the delivery receipts of messages too: one request more for each message that has some. Only Twilio Conversations has them.</summary>
    [Parameter]
    public SwitchParameter IncludeReceipt { get; set; }

    /// <summary>Archives again what the archive holds already. The last record of a conversation counts.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes what is archived of each conversation, in place of the result of the run.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Provider Provider => resource.Kind.Provider;

    private protected override string Activity => $"Archiving {resource.Plural}";

    private IReadOnlyCollection<string> Named => ParameterSetName switch
    {
        nameof(ConversationSid) => ConversationSid,
        nameof(SessionSid) => SessionSid,
        _ => ConversationId,
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        resource = NamedResource();
        base.BeginProcessing();
        CheckNamed(resource, Named);
        if (AppId is not null && !HexIdKind.App.Matches(AppId))
        {
            Terminate(ErrorRecords.InvalidIdentifier($"-{nameof(AppId)}: {HexIdKind.App.Explain(AppId)}", AppId));
        }

        OnFile(() =>
        {
            file = FilePaths.Resolve(this, Path);
            ConversationArchive.DemandFormat(file);
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != InputSet)
        {
            // All of the command line is checked before anything is done with the first.
            RefuseContainersOfOthers(target: null);
            Array.ForEach([.. NamedTargets(resource, Named)], Export);
            return;
        }

        foreach (var input in InputObject)
        {
            if (ResourceOf(input) is not { } piped)
            {
                continue;
            }

            resource = piped;
            RefuseContainersOfOthers(input);
            foreach (var target in PipedTargets(resource, [input]))
            {
                Export(target);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (archive is null)
        {
            return;
        }

        OnFile(() =>
        {
            var manifest = ResultOf(archive.CompleteAsync());
            if (!PassThru)
            {
                WriteObject(new ArchiveResult(manifest) { Exported = exported, Skipped = skipped, Failed = Progress.Failed, Duration = watch.Elapsed });
            }
        });
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            // Without a manifest, when the run did not come to its end: so it can be gone on with.
            archive?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private protected override object? ExplicitParent(string identifier) => identifier switch
    {
        ResourceContainer.ServiceSid => ServiceSid,
        ResourceContainer.ProxyServiceSid => ProxyServiceSid,
        ResourceContainer.AppId => AppId,
        _ => null,
    };

    /// <inheritdoc/>
    private protected override async Task WorkAsync(QueuedExport queued, ChannelWriter<EndedExport> results, CancellationToken cancellationToken)
    {
        var ended = await ExportAsync(queued, cancellationToken).ConfigureAwait(false);
        if (ended.FileError is not null || (ended.Error is not null && EndsWithFirstError) || ended.Error is ProviderResponseException { IsAuthenticationFailure: true })
        {
            // Here rather than when the pipeline thread comes to it: until then the other workers would go on.
            Halt();
        }

        await results.WriteAsync(ended, StopToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    private protected override void Take(EndedExport ended)
    {
        Progress.CountDone(failed: ended.Archived is null);
        if (ended.Archived is { } archived)
        {
            exported++;
            Tell(archived);
        }
        else if (ended.Error is { } error)
        {
            WriteProviderError(error, ended.Input);
        }
        else if (ended.FileError is { } fileError)
        {
            Terminate(fileError.ToErrorRecord());
        }
    }

    // Nothing is left half done by not reading: the next run goes on with it.
    private protected override void TellNotBegun(int count)
    {
    }

    private void Export(Target target)
    {
        var source = new ArchiveSource(resource.ResourceType, target.Address);
        var session = SessionOf(target.Connection);
        if (!MayProcess(target.Place, $"Archive to {file}"))
        {
            return;
        }

        OnFile(() =>
        {
            archive ??= ConversationArchive.Open(
                file,
                new ArchiveOptions { IncludeReceipts = IncludeReceipt, MaxConcurrency = ThrottleLimit },
                session.IdentityFor(ArchivedResources.ApiOf(source.ResourceType)),
                ArchivedResources.ContainerOf(source));
            archive.DemandOwn(session, source);
        });
        var id = ArchivedResources.IdOf(source);
        if (!begun.Add(id))
        {
            skipped++;
        }
        else if (!Force && archive!.Find(id) is { } held)
        {
            skipped++;
            WriteVerbose($"{id}: archived already, as it was at {held.Time:u}.");
            Tell(held);
        }
        else
        {
            Enqueue(new QueuedExport(session, source, target.Input));
        }
    }

    private async Task<EndedExport> ExportAsync(QueuedExport queued, CancellationToken cancellationToken)
    {
        try
        {
            return new EndedExport(queued.Input) { Archived = await archive!.WriteAsync(queued.Session, queued.Source, Notice, cancellationToken).ConfigureAwait(false) };
        }
        catch (ProviderException exception)
        {
            return new EndedExport(queued.Input) { Error = exception };
        }
        catch (RunFileException exception)
        {
            return new EndedExport(queued.Input) { FileError = exception };
        }
        catch (OperationCanceledException) when (!StopToken.IsCancellationRequested)
        {
            // The run ended early, and nothing of this one was appended.
            return new EndedExport(queued.Input);
        }
    }

    private void Tell(ArchivedConversation archived)
    {
        if (PassThru)
        {
            WriteObject(archived);
        }
    }

    private ResourceIdentity NamedResource() => ParameterSetName switch
    {
        nameof(SessionSid) => ResourceIdentity.ProxySession,
        nameof(ConversationId) => AppId is not null || ConversationId.FirstOrDefault() is { } first && HexIdKind.Conversation.Matches(first)
            ? ResourceIdentity.SunshineConversation : ResourceIdentity.TelnyxConversation,
        _ => ResourceIdentity.Conversation,
    };

    // What is refused is written as its error, or ends the command.
    private ResourceIdentity? ResourceOf(PSObject input)
    {
        var identifier = input.BaseObject switch
        {
            string text => text.Trim(),
            Guid id => id.ToString(),
            _ => null,
        };
        var type = input.Properties["ResourceType"]?.Value?.ToString();
        if (ResourceIdentity.Conversations.FirstOrDefault(candidate => identifier is null ? candidate.ResourceType == type : candidate.Kind.Matches(identifier)) is { } found)
        {
            return found;
        }

        if (identifier is null)
        {
            Terminate(ErrorRecords.Foreign(
                type, "", "Pipe what Get-ConvConversation, Get-ProxySession, Get-TelnyxConversation or Get-SunshineConversation writes, or identifiers as text.", input));
        }

        WriteItemError(ErrorRecords.InvalidIdentifier($"'{identifier}' identifies no conversation and no session. Give a SID that begins with CH or KC, a UUID of Telnyx, or the 24 hexadecimal digits of Sunshine.", input));
        return null;
    }

    // What is meant for others would be passed over.
    private void RefuseContainersOfOthers(object? target)
    {
        foreach (var container in new[] { ResourceContainer.ServiceSid, ResourceContainer.ProxyServiceSid, ResourceContainer.AppId })
        {
            if (ExplicitParent(container) is not null && !resource.Parents.Contains(container))
            {
                Terminate(ErrorRecords.WrongTarget($"-{container} is given, and a {resource.ResourceType} does not lie in one. Leave it out, or export what lies there alone.", target));
            }
        }
    }

    private void OnFile(Action action)
    {
        try
        {
            action();
        }
        catch (RunFileException exception)
        {
            Terminate(exception.ToErrorRecord());
        }
    }
}
