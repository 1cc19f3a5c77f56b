using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Creates a user in a service.</summary>
[Cmdlet(VerbsCommon.New, "ConvUser", SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class NewConvUserCommand : SendUserCmdlet
{
    /// <summary>The name by which the application knows the user, unique in the service, at most 256 characters. It must not look like a user SID.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [NotNullText]
    public string Identity { get; set; } = "";

    private protected override string Activity => "Creating users";

    private protected override Operation Operation => UserResource.Create;

    private protected override User Read(JsonElement json, ResourceOrigin origin) => UserResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateInService($"Create the user '{Identity}'");
}
