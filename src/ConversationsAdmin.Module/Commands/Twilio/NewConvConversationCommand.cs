using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Creates a conversation in a service.</summary>
[Cmdlet(VerbsCommon.New, "ConvConversation", SupportsShouldProcess = true)]
[OutputType(typeof(Conversation))]
public sealed class NewConvConversationCommand : SendConversationCmdlet
{
    private protected override string Activity => "Creating conversations";

    private protected override Operation Operation => ConversationResource.Create;

    private protected override Conversation Read(JsonElement json, ResourceOrigin origin) => ConversationResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateInService(
        (UniqueName ?? FriendlyName) is { } name ? $"Create the conversation '{name}'" : "Create a conversation");
}
