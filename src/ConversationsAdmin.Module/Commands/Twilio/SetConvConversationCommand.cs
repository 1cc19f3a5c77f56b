using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
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
    public string[] ConversationSid { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvConversation wrote, as what a CSV or JSON file kept of one, or as a SID.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Closes without asking whether it is meant.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Activity => "Updating conversations";

    private protected override Operation Operation => ConversationResource.Update;

    private protected override Conversation Read(JsonElement json, string connectionName) => ConversationResource.Read(json, connectionName);

    private bool Closes => ConversationResource.Closed.Equals(State, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RequireChange();
        CheckIdentifiers(SidKind.Conversation, nameof(ConversationSid), ConversationSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var sid in ConversationSid)
        {
            var connection = ResolveConnection();
            Update(connection, ServiceOf(connection, ServiceSid), sid, sid);
        }

        foreach (var input in InputObject)
        {
            if (ReadPiped(input, ResourceIdentity.Conversation) is { } piped)
            {
                var connection = ConnectionOf(piped, input);
                var service = ParentOf(piped, nameof(ServiceSid), ServiceSidIsExplicit ? ServiceSid : null, input);
                Update(connection, ServiceOf(connection, service), piped.Identifier, input);
            }
        }
    }

    private void Update(ConvConnection connection, string service, string sid, object target)
    {
        var request = CreateRequest(Operation, target, ("ChatServiceSid", service), ("Sid", sid));
        var action = Closes ? "Close for good" : "Update";
        if (MayProcess($"conversation {sid} ({connection.Name}, {connection.AccountSid})", action) && MayClose(sid))
        {
            Send(connection, request, target);
        }
    }

    private bool MayClose(string sid) =>
        !Closes || Force || Ask(
            () => ShouldContinue($"Closing {sid} is final: nobody can write in it any more, and it can't be opened again.", "Close for good?", ref closeAll, ref closeNone),
            "-Force (and -Confirm:$false)");
}
