using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
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
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string? ConversationSid { get; set; }

    /// <summary>The participants to update: MB and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [Identifier]
    public string[] ParticipantSid { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvParticipant wrote, as what a CSV or JSON file kept of one, or as a SID with -ConversationSid.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The identity of a chat user, at most 256 characters.</summary>
    [Parameter]
    [NotNullText]
    public string? Identity { get; set; }

    /// <summary>Your own address that the participant writes to. The text null removes it.</summary>
    [Parameter]
    [Alias("MessagingBinding.ProxyAddress")]
    [NotNullText]
    public string? MessagingBindingProxyAddress { get; set; }

    /// <summary>Your number that stands for a chat user in a group MMS. The text null removes it.</summary>
    [Parameter]
    [Alias("MessagingBinding.ProjectedAddress")]
    [NotNullText]
    public string? MessagingBindingProjectedAddress { get; set; }

    /// <summary>The index of the last message that the participant has read.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(0, int.MaxValue)]
    public int LastReadMessageIndex { get; set; }

    /// <summary>When the participant read the last message. Without a zone it is UTC.</summary>
    [Parameter]
    [UtcDate]
    public DateTimeOffset? LastReadTimestamp { get; set; }

    private protected override string Activity => "Updating participants";

    private protected override Operation Operation => ParticipantResource.Update;

    private protected override object? ExplicitParent(string identifier) =>
        identifier == nameof(ConversationSid) ? ConversationSid : base.ExplicitParent(identifier);

    private protected override Participant Read(JsonElement json, ResourceOrigin origin) => ParticipantResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.Participant, ParticipantSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.Participant, ParticipantSid, InputObject);
}
