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

/// <summary>Lists the messages of conversations, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvMessage", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Message))]
public sealed class GetConvMessageCommand : GetInConversationCmdlet<Message>
{
    /// <summary>The messages to fetch: IM and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    [Identifier]
    public string[] MessageSid { get; set; } = [];

    /// <summary>asc for the oldest first, which is the default, or desc for the newest first.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(OrderCompleter))]
    public string? Order { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.Message;

    private protected override Operation ListOperation => MessageResource.List;

    private protected override Operation? FetchOperation => MessageResource.Fetch;

    private protected override IEnumerable<object> Named => MessageSid;

    private protected override Message Read(JsonElement json, ResourceOrigin origin) => MessageResource.Read(json, origin);
}
