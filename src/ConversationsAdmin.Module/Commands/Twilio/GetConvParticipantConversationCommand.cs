using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Lists the conversations in which somebody takes part, found by identity or by address.</summary>
[Cmdlet(VerbsCommon.Get, "ConvParticipantConversation", DefaultParameterSetName = ListSet)]
[OutputType(typeof(ParticipantConversation))]
public sealed class GetConvParticipantConversationCommand : GetInServiceCmdlet<ParticipantConversation>
{
    /// <summary>The identity of a chat user. Give this or -Address.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [NotNullText]
    public string? Identity { get; set; }

    /// <summary>The address of somebody who takes part by SMS, WhatsApp and the like, such as +15558675310 or whatsapp:+15558675310.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [NotNullText]
    public string? Address { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.ParticipantConversation;

    private protected override Operation ListOperation => ParticipantConversationResource.List;

    private protected override Operation? FetchOperation => null;

    private protected override IEnumerable<object> Named => [];

    private protected override ParticipantConversation Read(JsonElement json, ResourceOrigin origin) => ParticipantConversationResource.Read(json, origin);
}
