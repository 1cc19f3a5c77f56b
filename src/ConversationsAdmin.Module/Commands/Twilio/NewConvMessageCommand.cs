using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Writes a message into conversations.</summary>
[Cmdlet(VerbsCommon.New, "ConvMessage", SupportsShouldProcess = true)]
[OutputType(typeof(Message))]
public sealed class NewConvMessageCommand : SendMessageCmdlet
{
    /// <summary>The conversations: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The media to attach: ME and 32 hexadecimal digits.</summary>
    [Parameter]
    [NotNullText]
    public string? MediaSid { get; set; }

    /// <summary>The content template that the message is made from: HX and 32 hexadecimal digits. It stands in place of -Body and -MediaSid.</summary>
    [Parameter]
    [NotNullText]
    public string? ContentSid { get; set; }

    /// <summary>The values of the content template's placeholders, as a hashtable, an object or JSON text.</summary>
    [Parameter]
    [Json]
    [NotNullText]
    public string? ContentVariables { get; set; }

    private protected override string Activity => "Creating messages";

    private protected override Operation Operation => MessageResource.Create;

    private protected override Message Read(JsonElement json, ResourceOrigin origin) => MessageResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateInConversations(ConversationSid, $"Write a message as '{Author ?? "system"}'");
}
