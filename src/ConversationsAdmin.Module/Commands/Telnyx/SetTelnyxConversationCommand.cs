using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Telnyx;

namespace ConversationsAdmin.Module.Commands.Telnyx;

/// <summary>Updates the metadata of Telnyx AI conversations. Telnyx does not document whether what is not given stays: pass all that shall be there.</summary>
[Cmdlet(VerbsCommon.Set, "TelnyxConversation", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(TelnyxConversation))]
public sealed class SetTelnyxConversationCommand : SendCmdlet<TelnyxConversation>
{
    /// <summary>The conversations to update, each by its UUID.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(TelnyxConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    /// <summary>What to update, as an object that Get-TelnyxConversation wrote, as what a CSV or JSON file kept of one, or as a UUID.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The metadata as a hashtable, an object or JSON text. With ai_disabled = $true the assistant does not answer any more.</summary>
    [Parameter]
    [Json]
    [NotNullText]
    public string? Metadata { get; set; }

    private protected override string Activity => "Updating conversations";

    private protected override Operation Operation => TelnyxConversationResource.Update;

    private protected override TelnyxConversation Read(JsonElement json, ResourceOrigin origin) => TelnyxConversationResource.Read(json, origin);

    private protected override object? ExplicitParent(string identifier) => null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.TelnyxConversation, ConversationId);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.TelnyxConversation, ConversationId, InputObject);
}
