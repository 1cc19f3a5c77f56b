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

namespace ConversationsAdmin.Module.Commands.Proxy;

/// <summary>Lists the sessions of a Twilio Proxy service, or fetches those that are named. Proxy is a beta that is closed to new customers.</summary>
[Cmdlet(VerbsCommon.Get, "ProxySession", DefaultParameterSetName = ListSet)]
[OutputType(typeof(ProxySession))]
public sealed class GetProxySessionCommand : GetPagedCmdlet<ProxySession>
{
    /// <summary>The sessions to fetch: KC and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SessionSidCompleter))]
    [Identifier]
    public string[] SessionSid { get; set; } = [];

    /// <summary>The unique names of the sessions to fetch. Twilio has an error for such a name, and does not document the way itself.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UniqueNameSet)]
    public string[] UniqueName { get; set; } = [];

    /// <summary>The Proxy service: KS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProxyServiceSidCompleter))]
    [Identifier]
    public string? ProxyServiceSid { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.ProxySession;

    private protected override string[] ListedOf => [];

    private protected override Operation ListOperation => ProxySessionResource.List;

    private protected override Operation? FetchOperation => ProxySessionResource.Fetch;

    private protected override IEnumerable<object> Named => [.. SessionSid, .. UniqueName.Select(name => new AlternateName(name))];

    private protected override ProxySession Read(JsonElement json, ResourceOrigin origin) => ProxySessionResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        Get(connection, [[(nameof(ProxyServiceSid), ContainerOf(connection, nameof(ProxyServiceSid), ProxyServiceSid))]]);
    }
}
