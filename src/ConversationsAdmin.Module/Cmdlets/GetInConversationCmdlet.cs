using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the conversations that are read from.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GetInConversationCmdlet<T> : GetInServiceCmdlet<T>
    where T : Resource
{
    private protected GetInConversationCmdlet()
    {
    }

    /// <summary>The conversations: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(Completers.ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    private protected override string[] ListedOf => [Conversation.TypeName, UserConversation.TypeName, ParticipantConversation.TypeName];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        var service = ContainerOf(connection, nameof(ServiceSid), ServiceSid);
        Get(connection, ConversationSid.Select(conversation => new (string, object?)[] { (nameof(ServiceSid), service), (nameof(ConversationSid), conversation) }));
    }
}
