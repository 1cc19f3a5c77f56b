using System.Management.Automation;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Erasure;

/// <summary>
/// Finds which conversation holds a pair of address and proxy address, because of which nobody with that pair can be added elsewhere (Twilio.50416).
/// What it writes goes down the pipeline into Remove-ConvParticipant.
/// </summary>
[Cmdlet(VerbsCommon.Find, "ConvParticipantBlocker")]
[OutputType(typeof(ParticipantBlocker))]
public sealed class FindConvParticipantBlockerCommand : ConnectedCmdlet
{
    private int found;

    /// <summary>The participant's address as the provider has it, such as +15558675310 or whatsapp:+15558675310.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("MessagingBindingAddress")]
    [NotNullText]
    [AllowEmptyString]
    public string? Address { get; set; }

    /// <summary>Your address through which the participant is to be reached, such as +15017122661.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("MessagingBindingProxyAddress")]
    [NotNullText]
    [AllowEmptyString]
    public string? ProxyAddress { get; set; }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [Alias("ChatServiceSid")]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public string? ServiceSid { get; set; }

    /// <summary>Every service of the account in place of one: a pair is in use in all of them.</summary>
    [Parameter]
    [NotNullSwitch]
    public SwitchParameter AllServices { get; set; }

    private protected override Provider Provider => Provider.Twilio;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (MyInvocation.ExpectingInput)
        {
            Terminate(ErrorRecords.WrongTarget("The pair of addresses stands on the command line, and nothing comes down the pipeline. For several pairs, use ForEach-Object.", target: null));
        }

        if (AllServices && ServiceSid is not null)
        {
            Terminate(ErrorRecords.NotExactlyOne(nameof(ServiceSid), nameof(AllServices), areBothGiven: true));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var connection = ResolveConnection();
            var session = SessionOf(connection);
            var blockers = new ParticipantBlockers(session, Address!, ProxyAddress!, Notice);
            foreach (var service in Services(connection, session))
            {
                Find(blockers, service);
            }

            WriteIfNothing();
        }
        catch (RequestArgumentException exception)
        {
            Terminate(exception.ToErrorRecord(target: null));
        }
        catch (ProviderException exception)
        {
            Terminate(exception.ToErrorRecord(Address));
        }
    }

    private IReadOnlyList<string> Services(ConvConnection connection, ProviderSession session) => AllServices
        ? ResultOf(ServiceList.ReadAsync(session, Notice, StopToken))
        : [ContainerOf(connection, nameof(ServiceSid), ServiceSid)];

    private void Find(ParticipantBlockers blockers, string service)
    {
        WriteVerbose($"Looking in service {service} for conversations with {Address} through {ProxyAddress}.");
        foreach (var blocker in ResultOf(blockers.FindAsync(service, StopToken)))
        {
            found++;
            WriteObject(blocker);
        }
    }

    private void WriteIfNothing()
    {
        if (found == 0)
        {
            WriteWarning(AllServices
                ? $"No conversation that is not closed holds {Address} with {ProxyAddress}. Give both as the provider has them, with a prefix such as whatsapp: where they have one."
                : $"No conversation of this service that is not closed holds {Address} with {ProxyAddress}. -AllServices looks in the others, too.");
        }
    }
}
