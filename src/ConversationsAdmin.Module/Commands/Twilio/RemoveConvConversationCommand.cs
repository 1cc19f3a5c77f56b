using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Removes conversations with their messages, media and participants. It can't be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvConversationCommand : RemoveFromServiceCmdlet
{
    /// <summary>The conversations to remove: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The unique names of the conversations to remove. One that does not exist is an error.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UniqueNameSet)]
    public string[] UniqueName { get; set; } = [];

    private protected override string Activity => "Removing conversations";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckIdentifiers(SidKind.Conversation, nameof(ConversationSid), ConversationSid);
        RefusePiped(nameof(UniqueName), UniqueName.Length > 0);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        RemoveNamed([.. ConversationSid, .. UniqueName.Select(name => new AlternateName(name))]);

        foreach (var input in InputObject)
        {
            if (ReadPiped(input, ResourceIdentity.Conversation) is { } piped)
            {
                var connection = ConnectionOf(piped, input);
                var service = ServiceOf(connection, ParentOf(piped, nameof(ServiceSid), ServiceSid, input));
                Remove(connection, Target(connection, service, piped.Identifier, input), $"conversation {piped.Identifier}", input);
            }
        }
    }

    // All of the command line is checked before anything is done with the first.
    private void RemoveNamed(object[] names)
    {
        if (names.Length == 0)
        {
            return;
        }

        var connection = ResolveConnection();
        var service = ServiceOf(connection, ServiceSid);
        foreach (var target in names.Select(name => Target(connection, service, name, name)).ToArray())
        {
            Remove(connection, target, $"conversation {target.Name}", target.Name);
        }
    }

    private RemovalTarget Target(ConvConnection connection, string service, object name, object input) =>
        CreateTarget(() => TwilioRemovals.Conversation(connection.AccountSid, service, name, WebhookEnabled), input);
}
