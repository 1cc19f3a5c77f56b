using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the Conversations service that is written to, and creating in it and in its conversations.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendInServiceCmdlet<T> : SendCmdlet<T>
    where T : Resource
{
    private const string ConversationSidName = "ConversationSid";

    private bool conversationIsExplicit;

    private protected SendInServiceCmdlet()
    {
    }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ChatServiceSid")]
    [ArgumentCompleter(typeof(ServiceSidCompleter))]
    [Identifier]
    public virtual string? ServiceSid { get; set; }

    /// <summary>True when the service was named on the command line, and not by what comes down the pipeline.</summary>
    private protected bool ServiceSidIsExplicit { get; private set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        ServiceSidIsExplicit = ServiceSid is not null;
        conversationIsExplicit = MyInvocation.BoundParameters.ContainsKey(ConversationSidName);
    }

    private protected override object? ExplicitParent(string identifier) =>
        identifier == nameof(ServiceSid) && ServiceSidIsExplicit ? ServiceSid : null;

    /// <summary>Creates a resource in the service.</summary>
    private protected void CreateInService(string action)
    {
        if (!MyInvocation.ExpectingInput || IsCreatedFor(Service.TypeName))
        {
            var connection = ResolveConnection();
            Create(connection, action, [PlaceIn(ContainerOf(connection, nameof(ServiceSid), ServiceSid))]);
        }
    }

    /// <summary>Creates a resource in each of the conversations.</summary>
    private protected void CreateInConversations(string[] conversations, string action)
    {
        if (MyInvocation.ExpectingInput && !MayCreateInPiped())
        {
            return;
        }

        var connection = ResolveConnection();
        var service = ContainerOf(connection, nameof(ServiceSid), ServiceSid);
        Create(connection, action, conversations.Select(conversation => PlaceIn(service, conversation)));
    }

    // What only lies in the same place would create one for each.
    private bool IsCreatedFor(params string[] parents)
    {
        if (parents.Contains(ResourceType))
        {
            return true;
        }

        WriteItemError(ErrorRecords.Foreign(
            ResourceType, "", $"Only a {string.Join(" or ", parents)} is something to create in. For one creation each, use ForEach-Object.", ServiceSid));
        return false;
    }

    private bool MayCreateInPiped()
    {
        if (conversationIsExplicit)
        {
            Terminate(ErrorRecords.WrongTarget($"-{ConversationSidName} names where to create, and others come down the pipeline. Give one of the two.", target: null));
        }

        // An object of the user's own that bears the identifier says which conversation is meant, and nothing else.
        return string.IsNullOrEmpty(ResourceType) || IsCreatedFor(Conversation.TypeName, UserConversation.TypeName, ParticipantConversation.TypeName);
    }

    private static (string? Place, string? Target, ResourceAddress Address) PlaceIn(string service) =>
        ($"service {service}", service, new ResourceAddress((nameof(ServiceSid), service)));

    private static (string? Place, string? Target, ResourceAddress Address) PlaceIn(string service, string conversation) =>
        ($"conversation {conversation}", conversation, new ResourceAddress((nameof(ServiceSid), service), (ConversationSidName, conversation)));
}
