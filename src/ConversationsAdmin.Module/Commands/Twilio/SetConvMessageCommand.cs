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

/// <summary>Updates messages.</summary>
[Cmdlet(VerbsCommon.Set, "ConvMessage", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(Message))]
public sealed class SetConvMessageCommand : SendMessageCmdlet
{
    /// <summary>The conversation: CH and 32 hexadecimal digits. An object from the pipeline brings its own.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string? ConversationSid { get; set; }

    /// <summary>The messages to update: IM and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [Identifier]
    public string[] MessageSid { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvMessage wrote, as what a CSV or JSON file kept of one, or as a SID with -ConversationSid.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    private protected override string Activity => "Updating messages";

    private protected override Operation Operation => MessageResource.Update;

    private protected override object? ExplicitParent(string identifier) =>
        identifier == nameof(ConversationSid) ? ConversationSid : base.ExplicitParent(identifier);

    private protected override Message Read(JsonElement json, ResourceOrigin origin) => MessageResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.Message, MessageSid);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.Message, MessageSid, InputObject);
}
