using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
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
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The participant's own address, such as +15558675310 or whatsapp:+15558675310.</summary>
    [Parameter]
    [Alias("MessagingBinding.Address")]
    [NotNullText]
    public string? MessagingBindingAddress { get; set; }

    private protected override string Activity => "Adding participants";

    private protected override Operation Operation => ParticipantResource.Create;

    private protected override Participant Read(JsonElement json, string connectionName) => ParticipantResource.Read(json, connectionName);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        var service = ServiceOf(connection, ServiceSid);
        foreach (var conversation in ConversationSid)
        {
            var request = CreateRequest(Operation, conversation, ("ChatServiceSid", service), ("ConversationSid", conversation));
            var who = Identity ?? MessagingBindingAddress ?? MessagingBindingProjectedAddress;
            if (MayProcess($"conversation {conversation} ({connection.Name}, {connection.AccountSid})", $"Add the participant '{who}'"))
            {
                Send(connection, request, conversation);
            }
        }
    }
}
