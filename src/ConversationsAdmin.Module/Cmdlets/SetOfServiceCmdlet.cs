using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds updating what a service has one of, such as its configuration.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SetOfServiceCmdlet<T> : SendInServiceCmdlet<T>
    where T : Resource
{
    private protected SetOfServiceCmdlet()
    {
    }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    // Here it names what is updated, and so it stands where the identifier stands elsewhere.
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ChatServiceSid")]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public override string? ServiceSid { get; set; }

    /// <summary>What to update, as an object that the cmdlet's Get- counterpart wrote, as what a CSV or JSON file kept of one, or as the SID of a service.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The resource that is updated.</summary>
    private protected abstract ResourceIdentity Resource { get; }

    private protected override string Activity => $"Updating {Resource.Plural}";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(Resource, ServiceSidIsExplicit ? [ServiceSid!] : []);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        Update(Resource, ParameterSetName == InputSet ? [] : [ContainerOf(ResolveConnection(), nameof(ServiceSid), ServiceSid)], InputObject);
}
