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

/// <summary>Updates users.</summary>
[Cmdlet(VerbsCommon.Set, "ConvUser", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(User))]
public sealed class SetConvUserCommand : SendUserCmdlet
{
    /// <summary>The users to update: US and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(UserSidCompleter))]
    [Identifier]
    public string[] UserSid { get; set; } = [];

    /// <summary>The identities of the users to update.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    public string[] Identity { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvUser wrote, as what a CSV or JSON file kept of one, or as a SID.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    private IReadOnlyCollection<object> Named => [.. UserSid, .. Identity.Select(identity => new AlternateName(identity))];

    private protected override string Activity => "Updating users";

    private protected override Operation Operation => UserResource.Update;

    private protected override User Read(JsonElement json, ResourceOrigin origin) => UserResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.User, Named);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.User, Named, InputObject);
}
