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

/// <summary>Lists the participants of conversations, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvParticipant", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Participant))]
public sealed class GetConvParticipantCommand : GetInConversationCmdlet<Participant>
{
    /// <summary>The participants to fetch: MB and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    [Identifier]
    public string[] ParticipantSid { get; set; } = [];

    /// <summary>The identities of the participants to fetch.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    public string[] Identity { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.Participant;

    private protected override Operation ListOperation => ParticipantResource.List;

    private protected override Operation? FetchOperation => ParticipantResource.Fetch;

    private protected override IEnumerable<object> Named => [.. ParticipantSid, .. Identity.Select(identity => new AlternateName(identity))];

    private protected override Participant Read(JsonElement json, ResourceOrigin origin) => ParticipantResource.Read(json, origin);
}
