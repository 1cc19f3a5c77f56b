using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Updates participants.</summary>
[Cmdlet(VerbsCommon.Set, "ConvParticipant", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(Participant))]
public sealed class SetConvParticipantCommand : SendParticipantCmdlet
{
    /// <summary>The conversation: CH and 32 hexadecimal digits. An object from the pipeline brings its own.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [Parameter(ParameterSetName = InputSet)]
    public string? ConversationSid { get; set; }

    /// <summary>The participants to update: MB and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    public string[] ParticipantSid { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvParticipant wrote, as what a CSV or JSON file kept of one, or as a SID with -ConversationSid.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The index of the last message that the participant has read.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int LastReadMessageIndex { get; set; }

    /// <summary>When the participant read the last message. Without a zone it is UTC.</summary>
    [Parameter]
    [UtcDate]
    public DateTimeOffset? LastReadTimestamp { get; set; }

    private protected override string Activity => "Updating participants";

    private protected override Operation Operation => ParticipantResource.Update;

    private protected override Participant Read(JsonElement json, string connectionName) => ParticipantResource.Read(json, connectionName);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RequireChange();
        CheckIdentifiers(SidKind.Participant, nameof(ParticipantSid), ParticipantSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var sid in ParticipantSid)
        {
            var connection = ResolveConnection();
            Update(connection, ServiceOf(connection, ServiceSid), ConversationSid, sid, sid);
        }

        foreach (var input in InputObject)
        {
            if (ReadPiped(input, ResourceIdentity.Participant) is { } piped)
            {
                var connection = ConnectionOf(piped, input);
                var service = ParentOf(piped, nameof(ServiceSid), ServiceSidIsExplicit ? ServiceSid : null, input);
                var conversation = ParentOf(piped, nameof(ConversationSid), ConversationSid, input);
                Update(connection, ServiceOf(connection, service), conversation, piped.Identifier, input);
            }
        }
    }

    private void Update(ConvConnection connection, string service, string? conversation, string sid, object target)
    {
        var request = CreateRequest(Operation, target, ("ChatServiceSid", service), ("ConversationSid", conversation), ("Sid", sid));
        if (MayProcess($"participant {sid} of {conversation} ({connection.Name}, {connection.AccountSid})", "Update"))
        {
            Send(connection, request, target);
        }
    }
}
