using System.Collections;
using System.Management.Automation;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Cleanup;

/// <summary>Finds what a clean-up would remove, and fixes it as a plan that can be reviewed, kept and carried out. It changes nothing.</summary>
[Cmdlet(VerbsCommon.New, "ConvCleanupPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(CleanupPlan))]
public sealed class NewConvCleanupPlanCommand : ConnectedCmdlet
{
    private const int DefaultThrottleLimit = 10;
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);

    private CleanupPlanner? planner;
    private bool progressIsShown;

    /// <summary>The type of what to look for: ConvConversation, ProxySession, TelnyxConversation or SunshineConversation. The default is ConvConversation.</summary>
    [Parameter(Position = 0)]
    [ValidateSet("ConvConversation", "ProxySession", "TelnyxConversation", "SunshineConversation")]
    public string ResourceType { get; set; } = Conversation.TypeName;

    /// <summary>Only those in this state; for Proxy sessions, of this status.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CleanupStateCompleter))]
    public string? State { get; set; }

    /// <summary>Only those created before that. Without a zone it is UTC; a bare date means the end of that day.</summary>
    [Parameter]
    [UtcDate(EndOfDay = true)]
    public DateTimeOffset? CreatedBefore { get; set; }

    /// <summary>Only those last updated before that. Not for Telnyx and Sunshine, which do not tell it.</summary>
    [Parameter]
    [UtcDate(EndOfDay = true)]
    public DateTimeOffset? UpdatedBefore { get; set; }

    /// <summary>Only those whose last message, or interaction, came before that. Where there is none, the creation counts.</summary>
    [Parameter]
    [UtcDate(EndOfDay = true)]
    public DateTimeOffset? LastMessageBefore { get; set; }

    /// <summary>Only those in which nobody takes part.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter NoParticipant { get; set; }

    /// <summary>Only those without a message; for Proxy sessions, without an interaction.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter NoMessage { get; set; }

    /// <summary>Only those whose friendly or unique name is like one of these: * and ? are wildcards, upper and lower case are alike.</summary>
    [Parameter]
    [SupportsWildcards]
    [NotNullText]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Only those whose attributes, or metadata, have these values, such as @{ test = $true; 'customer.tier' = 'free' }.</summary>
    [Parameter]
    [Alias("Metadata")]
    [ValidateNotNullOrEmpty]
    public Hashtable Attribute { get; set; } = [];

    /// <summary>
    /// Keeps so many of each participant's conversations, the last active ones. For Telnyx the end user of the metadata tells who takes part,
    /// and a conversation of which nothing tells it is kept.
    /// </summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    public int? KeepNewest { get; set; }

    /// <summary>What is kept whatever else holds: identifiers, or the objects themselves.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSObject[] Exclude { get; set; } = [];

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

    /// <summary>The Sunshine users whose conversations are looked at, by the provider's ids. Sunshine has no list of an app's conversations.</summary>
    [Parameter]
    [NotNullText]
    [ValidateNotNullOrEmpty]
    public string[] UserId { get; set; } = [];

    /// <summary>The Sunshine users whose conversations are looked at, by ids of your own.</summary>
    [Parameter]
    [NotNullText]
    [ValidateNotNullOrEmpty]
    public string[] UserExternalId { get; set; } = [];

    /// <summary>The file to write the plan to. It holds names of conversations and no secret.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Replaces a file that is there.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter Force { get; set; }

    /// <summary>How many requests may be in progress at once, 1 to 64. The default is 10.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = DefaultThrottleLimit;

    private CleanupResource Resource => CleanupResources.Of(ResourceType);

    private protected override Provider Provider => Resource.Api.Provider();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (MyInvocation.ExpectingInput)
        {
            // The plan would be about other conversations than these, and made anew for each.
            Terminate(ErrorRecords.WrongTarget("What comes down the pipeline is not what a plan is made of. Say by criteria what to look for; -Exclude takes what is to be kept.", target: null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var file = Path is null ? null : FilePaths.Resolve(this, Path);
            if (file is not null)
            {
                CleanupPlanFile.RefuseExisting(file, Force);
            }

            var plan = Make();
            WriteObject(file is not null && MayProcess(file, "Write the plan") ? CleanupPlanFile.Write(plan, file, Force) : plan);
        }
        catch (RequestArgumentException exception)
        {
            Terminate(exception.ToErrorRecord(target: null));
        }
        catch (WrongTargetException)
        {
            Terminate(ErrorRecords.WrongTarget($"-{nameof(Exclude)}: it holds what is no {Resource.ResourceType}. Give what Get-{Resource.ResourceType} writes, or identifiers as text.", target: null));
        }
        catch (RunFileException exception)
        {
            Terminate(exception.ToErrorRecord());
        }
        catch (ProviderException exception)
        {
            Terminate(exception.ToErrorRecord(target: null));
        }
    }

    private CleanupPlan Make()
    {
        var connection = ResolveConnection();
        RefuseOfOthers();
        var scope = new CleanupScope
        {
            ResourceType = Resource.ResourceType,
            Container = Resource.Container is { } container ? ContainerOf(connection, container.IdentifierName, GivenContainer(container.IdentifierName)) : null,
            UserIds = UserId,
            UserExternalIds = UserExternalId,
        };
        var criteria = new CleanupCriteria
        {
            State = State,
            CreatedBefore = CreatedBefore,
            UpdatedBefore = UpdatedBefore,
            LastMessageBefore = LastMessageBefore,
            NoParticipant = NoParticipant,
            NoMessage = NoMessage,
            Name = Name,
            Attribute = WantedAttributes(),
            KeepNewest = KeepNewest,
            Exclude = Array.ConvertAll(Exclude, ExcludedIdentifier),
        };
        planner = new CleanupPlanner(SessionOf(connection), scope, criteria, ThrottleLimit, Notice);
        try
        {
            return ResultOf(planner.MakeAsync(StopToken));
        }
        finally
        {
            HideProgress();
        }
    }

    private Dictionary<string, object?> WantedAttributes()
    {
        var wanted = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Attribute)
        {
            if (!wanted.TryAdd($"{entry.Key}", entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value))
            {
                throw RequestArgumentException.About(nameof(Attribute), $"'{entry.Key}' is given twice. Give each name once.");
            }
        }

        return wanted;
    }

    // A text is checked with the other criteria.
    private string ExcludedIdentifier(PSObject excluded) =>
        excluded.BaseObject is string text ? text.Trim() : PipedResource.Read(excluded, ResourceIdentity.OfCleanup(Resource.ResourceType)).Identifier;

    private string? GivenContainer(string identifierName) => identifierName switch
    {
        ResourceContainer.ServiceSid => ServiceSid,
        ResourceContainer.ProxyServiceSid => ProxyServiceSid,
        _ => AppId,
    };

    // What is meant for another type would be passed over, and more would be found than was meant.
    private void RefuseOfOthers()
    {
        foreach (var container in new[] { ResourceContainer.ServiceSid, ResourceContainer.ProxyServiceSid, ResourceContainer.AppId })
        {
            if (GivenContainer(container) is not null && Resource.Container?.IdentifierName != container)
            {
                throw RequestArgumentException.About(container, $"{Resource.ResourceType} does not lie in one. Leave it out, or give another -ResourceType.");
            }
        }
    }

    private protected override void WriteNotices()
    {
        base.WriteNotices();
        if (planner is { } running && running.Progress.Elapsed > ProgressAfter)
        {
            progressIsShown = true;
            WriteProgress(new ProgressRecord(activityId: 1, $"Planning for {Resource.Plural}", $"{running.Progress.Done:N0} listed"));
        }
    }

    private void HideProgress()
    {
        if (progressIsShown)
        {
            WriteProgress(new ProgressRecord(activityId: 1, $"Planning for {Resource.Plural}", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
