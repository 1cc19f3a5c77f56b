using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Adds a participant to conversations: a chat user by identity, or somebody by SMS, WhatsApp and the like.</summary>
[Cmdlet(VerbsCommon.Add, "ConvParticipant", SupportsShouldProcess = true)]
[Alias("New-ConvParticipant")]
[OutputType(typeof(Participant))]
public sealed class AddConvParticipantCommand : SendParticipantCmdlet
{
    /// <summary>The conversations: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The identity of a chat user, at most 256 characters. Give this or -MessagingBindingAddress.</summary>
    // What goes together is a rule of the operation and no parameter set, because PowerShell would not say which parameters do not fit.
    [Parameter]
    [NotNullText]
    public string? Identity { get; set; }

    /// <summary>The participant's own address, such as +15558675310 or whatsapp:+15558675310.</summary>
    [Parameter]
    [Alias("MessagingBinding.Address")]
    [NotNullText]
    public string? MessagingBindingAddress { get; set; }

    /// <summary>Your own address that the participant writes to.</summary>
    [Parameter]
    [Alias("MessagingBinding.ProxyAddress")]
    [NotNullText]
    public string? MessagingBindingProxyAddress { get; set; }

    /// <summary>Your number that stands for a chat user in a group MMS.</summary>
    [Parameter]
    [Alias("MessagingBinding.ProjectedAddress")]
    [NotNullText]
    public string? MessagingBindingProjectedAddress { get; set; }

    private protected override string Activity => "Adding participants";

    private protected override Operation Operation => ParticipantResource.Create;

    private protected override Participant Read(JsonElement json, string connectionName) => ParticipantResource.Read(json, connectionName);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateInConversations(
        ConversationSid, $"Add the participant '{Identity ?? MessagingBindingAddress ?? MessagingBindingProjectedAddress}'");
}
