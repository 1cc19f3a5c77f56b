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

/// <summary>Creates a Conversations service.</summary>
[Cmdlet(VerbsCommon.New, "ConvService", SupportsShouldProcess = true)]
[OutputType(typeof(Service))]
public sealed class NewConvServiceCommand : SendCmdlet<Service>
{
    /// <summary>The name that people read, at most 256 characters.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [NotNullText]
    public string FriendlyName { get; set; } = "";

    private protected override string Activity => "Creating services";

    private protected override Operation Operation => ServiceResource.Create;

    private protected override Service Read(JsonElement json, ResourceOrigin origin) => ServiceResource.Read(json, origin);

    private protected override object? ExplicitParent(string identifier) => null;

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateOne(ResourceIdentity.Service, $"Create the service '{FriendlyName}'", FriendlyName);
}
