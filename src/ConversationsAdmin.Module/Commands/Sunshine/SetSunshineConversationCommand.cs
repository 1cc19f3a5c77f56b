using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Sunshine;

namespace ConversationsAdmin.Module.Commands.Sunshine;

/// <summary>Updates Sunshine conversations. $null clears a field; what is left out stays. The type and the participants stay what they are.</summary>
[Cmdlet(VerbsCommon.Set, "SunshineConversation", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(SunshineConversation))]
public sealed class SetSunshineConversationCommand : SendSunshineConversationCmdlet
{
    /// <summary>The conversations to update: 24 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(SunshineConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    /// <summary>What to update, as an object that Get-SunshineConversation wrote, as what a CSV or JSON file kept of one, or as an id.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    private protected override string Activity => "Updating conversations";

    private protected override Operation Operation => SunshineConversationResource.Update;

    private protected override string UpdateAction => Cleared is [] ? "Update" : $"Update, and clear {string.Join(", ", Cleared)}";

    private string[] Cleared => [.. MyInvocation.BoundParameters.Where(given => given.Value is null).Select(given => given.Key)];

    private protected override SunshineConversation Read(JsonElement json, ResourceOrigin origin) => SunshineConversationResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.SunshineConversation, ConversationId);
        if (Cleared is not [])
        {
            // A misspelt variable is null too.
            WriteWarning($"{string.Join(", ", Cleared)} {(Cleared is [_] ? "is" : "are")} null, which clears {(Cleared is [_] ? "it" : "them")}.");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.SunshineConversation, ConversationId, InputObject);
}
