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

/// <summary>Lists the users of a service, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvUser", DefaultParameterSetName = ListSet)]
[OutputType(typeof(User))]
public sealed class GetConvUserCommand : GetInServiceCmdlet<User>
{
    /// <summary>The users to fetch: US and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserSidCompleter))]
    [Identifier]
    public string[] UserSid { get; set; } = [];

    /// <summary>The identities of the users to fetch.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    public string[] Identity { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.User;

    private protected override Operation ListOperation => UserResource.List;

    private protected override Operation? FetchOperation => UserResource.Fetch;

    private protected override IEnumerable<object> Named => [.. UserSid, .. Identity.Select(identity => new AlternateName(identity))];

    private protected override User Read(JsonElement json, ResourceOrigin origin) => UserResource.Read(json, origin);
}
