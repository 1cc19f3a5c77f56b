using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Lists the participants of conversations, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvParticipant", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Participant))]
public sealed class GetConvParticipantCommand : GetInServiceCmdlet<Participant>
{
    private const string IdentitySet = "Identity";

    /// <summary>The conversations: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The participants to fetch: MB and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    public string[] ParticipantSid { get; set; } = [];

    /// <summary>The identities of the participants to fetch.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    public string[] Identity { get; set; } = [];

    private protected override Operation ListOperation => ParticipantResource.List;

    private protected override Operation FetchOperation => ParticipantResource.Fetch;

    private protected override Participant Read(JsonElement json, string connectionName) => ParticipantResource.Read(json, connectionName);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        var service = ServiceOf(connection, ServiceSid);
        foreach (var conversation in ConversationSid)
        {
            if (ParameterSetName == ListSet)
            {
                List(connection, conversation, ("ChatServiceSid", service), ("ConversationSid", conversation));
            }

            foreach (var name in ParticipantSid.Concat<object>(Identity.Select(identity => new AlternateName(identity))))
            {
                Fetch(connection, name, ("ChatServiceSid", service), ("ConversationSid", conversation), ("Sid", name));
            }
        }
    }
}
