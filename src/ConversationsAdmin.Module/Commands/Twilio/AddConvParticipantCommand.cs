using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Adds a participant to conversations: a chat user by identity, or somebody by SMS, WhatsApp and the like.</summary>
[Cmdlet(VerbsCommon.Add, "ConvParticipant", SupportsShouldProcess = true, DefaultParameterSetName = IdentitySet)]
[Alias("New-ConvParticipant")]
[OutputType(typeof(Participant))]
public sealed class AddConvParticipantCommand : SendParticipantCmdlet
{
    private const string AddressSet = "Address";
    private const string ProjectedAddressSet = "ProjectedAddress";

    /// <summary>The conversations: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The identity of a chat user, at most 256 characters.</summary>
    // Not mandatory: the operation's rule says what can be given in its place, where PowerShell would ask for this.
    [Parameter(ParameterSetName = IdentitySet)]
    [NotNullText]
    public string? Identity { get; set; }

    /// <summary>The participant's own address, such as +15558675310 or whatsapp:+15558675310.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AddressSet)]
    [Alias("MessagingBinding.Address")]
    [NotNullText]
    public string? MessagingBindingAddress { get; set; }

    /// <summary>Your own address that the participant writes to.</summary>
    [Parameter(ParameterSetName = IdentitySet)]
    [Parameter(ParameterSetName = AddressSet)]
    [Alias("MessagingBinding.ProxyAddress")]
    [NotNullText]
    public string? MessagingBindingProxyAddress { get; set; }

    /// <summary>Your number that stands for a chat user in a group MMS.</summary>
    [Parameter(ParameterSetName = IdentitySet)]
    [Parameter(Mandatory = true, ParameterSetName = ProjectedAddressSet)]
    [Alias("MessagingBinding.ProjectedAddress")]
    [NotNullText]
    public string? MessagingBindingProjectedAddress { get; set; }

    private protected override string Activity => "Adding participants";

    private protected override Operation Operation => ParticipantResource.Create;

    private protected override Participant Read(JsonElement json, ResourceOrigin origin) => ParticipantResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateInConversations(
        ConversationSid, $"Add the participant '{Identity ?? MessagingBindingAddress ?? MessagingBindingProjectedAddress}'");
}
