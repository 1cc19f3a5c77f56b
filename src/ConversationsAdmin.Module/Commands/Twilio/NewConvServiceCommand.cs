using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Creates a Conversations service.</summary>
[Cmdlet(VerbsCommon.New, "ConvService", SupportsShouldProcess = true)]
[OutputType(typeof(Service))]
public sealed class NewConvServiceCommand : ConnectedCmdlet
{
    /// <summary>The name that people read, at most 256 characters.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [NotNullText]
    public string FriendlyName { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput)
        {
            Terminate(ErrorRecords.WrongTarget("A service belongs to nothing that could come down the pipeline, and one would be created for each object. For that, use ForEach-Object.", target: null));
        }

        var connection = ResolveConnection();
        var request = CreateRequest(ServiceResource.Create, FriendlyName, new ResourceAddress());
        if (request is null || !MayProcess($"{connection.Name} ({connection.AccountSid})", $"Create the service '{FriendlyName}'"))
        {
            return;
        }

        try
        {
            var service = ResultOf(SessionOf(connection).SendAsync(request, ServiceResource.Read, Notice, StopToken));
            Seen.Add(service);
            WriteObject(service);
        }
        catch (ProviderException exception)
        {
            WriteProviderError(exception, FriendlyName);
        }
    }
}
