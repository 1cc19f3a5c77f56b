using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Lists the Conversations services of the account, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvService", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Service))]
public sealed class GetConvServiceCommand : GetCmdlet<Service>
{
    /// <summary>The services to fetch: IS and 32 hexadecimal digits each.</summary>
    // In every set, because PowerShell would bind a piped service to the list's set, which the connection's name satisfies already.
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] ServiceSid { get; set; } = [];

    private protected override Operation ListOperation => ServiceResource.List;

    private protected override Operation FetchOperation => ServiceResource.Fetch;

    private protected override Service Read(JsonElement json, string connectionName) => ServiceResource.Read(json, connectionName);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        if (ServiceSid.Length == 0)
        {
            RequirePiped(isBound: false);
            List(connection, target: null);
        }

        foreach (var sid in ServiceSid)
        {
            Fetch(connection, sid, ("Sid", sid));
        }
    }
}
