using System.Management.Automation;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Module.Commands.Connections;

/// <summary>Asks the provider whether the credentials are accepted, and whether the connection's service exists. Changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConvConnection")]
[OutputType(typeof(bool))]
public sealed class TestConvConnectionCommand : NamedConnectionCmdlet
{
    // Credentials are checked before the service is looked for, so the cheapest proof is to ask for one that can't exist.
    private static readonly string NoService = SidKind.Service.Prefix + new string('0', 32);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FindConnection() is { } connection)
        {
            WriteObject(IsUsable(connection));
        }
    }

    private bool IsUsable(ConvConnection connection)
    {
        var request = OperationRequest.Create(ServiceResource.Fetch, [KeyValuePair.Create("Sid", (object?)(connection.ServiceSid ?? NoService))]);
        try
        {
            ResultOf(ProviderSession.Of(connection).Client.SendAsync(request, Notice, StopToken));
            return true;
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound && connection.ServiceSid is null)
        {
            return true;
        }
        catch (ProviderException exception)
        {
            WriteWarning($"{connection.Name}: {exception.Message}");
            return false;
        }
    }
}
