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

/// <summary>Lists the Conversations services of the account, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvService", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Service))]
public sealed class GetConvServiceCommand : GetPagedCmdlet<Service>
{
    /// <summary>The services to fetch: IS and 32 hexadecimal digits each.</summary>
    // In every set, because PowerShell would bind a piped service to the list's set, which the connection's name satisfies already.
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public string[] ServiceSid { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.Service;

    private protected override string[] ListedOf => [];

    private protected override Operation ListOperation => ServiceResource.List;

    private protected override Operation? FetchOperation => ServiceResource.Fetch;

    private protected override IEnumerable<object> Named => ServiceSid;

    private protected override bool Lists => ServiceSid.Length == 0;

    private protected override Service Read(JsonElement json, ResourceOrigin origin) => ServiceResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => Get(ResolveConnection(), [[]]);
}
