using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Updates conversations. Closing one is final, and is asked about unless -Force is given.</summary>
[Cmdlet(VerbsCommon.Set, "ConvConversation", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(Conversation))]
public sealed class SetConvConversationCommand : SendConversationCmdlet
{
    private bool closeAll;
    private bool closeNone;

    /// <summary>The conversations to update: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvConversation wrote, as what a CSV or JSON file kept of one, or as a SID.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Closes without asking whether it is meant.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Activity => "Updating conversations";

    private protected override Operation Operation => ConversationResource.Update;

    private protected override string UpdateAction => Closes ? "Close for good" : "Update";

    private bool Closes => ConversationResource.Closed.Equals(State?.Trim(), StringComparison.OrdinalIgnoreCase);

    private protected override Conversation Read(JsonElement json, ResourceOrigin origin) => ConversationResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.Conversation, ConversationSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.Conversation, ConversationSid, InputObject);

    // An object says which state it was in, and of the states only this one can't have changed since.
    private protected override ErrorRecord? Refusal(Target target) =>
        target.Input is PSObject input && ConversationResource.Closed.Equals(input.Properties[nameof(State)]?.Value?.ToString(), StringComparison.OrdinalIgnoreCase)
            ? ErrorRecords.ConversationIsClosed(target.Name.ToString()!, input)
            : null;

    private protected override bool MayUpdate(Target target) =>
        !Closes || Force || Ask(
            () => ShouldContinue(
                $"Closing {target.Place} is final: nobody can write in it any more, and it can't be opened again.", "Close for good?", ref closeAll, ref closeNone),
            "-Force (and -Confirm:$false)");
}
