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

/// <summary>Lists the delivery receipts of messages, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvMessageReceipt", DefaultParameterSetName = ListSet)]
[OutputType(typeof(MessageReceipt))]
public sealed class GetConvMessageReceiptCommand : GetInServiceCmdlet<MessageReceipt>
{
    /// <summary>The conversation: CH and 32 hexadecimal digits.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string ConversationSid { get; set; } = "";

    /// <summary>The messages: IM and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Identifier]
    public string[] MessageSid { get; set; } = [];

    /// <summary>The receipts to fetch: DY and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    [Identifier]
    public string[] ReceiptSid { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.MessageReceipt;

    private protected override string[] ListedOf => [Message.TypeName];

    private protected override Operation ListOperation => MessageReceiptResource.List;

    private protected override Operation? FetchOperation => MessageReceiptResource.Fetch;

    private protected override IEnumerable<object> Named => ReceiptSid;

    private protected override MessageReceipt Read(JsonElement json, ResourceOrigin origin) => MessageReceiptResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        var service = ContainerOf(connection, nameof(ServiceSid), ServiceSid);
        Get(
            connection,
            MessageSid.Select(message => new (string, object?)[] { (nameof(ServiceSid), service), (nameof(ConversationSid), ConversationSid), (nameof(MessageSid), message) }));
    }
}
