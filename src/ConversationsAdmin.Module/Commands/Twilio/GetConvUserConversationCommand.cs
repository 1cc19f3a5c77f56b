using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Lists the conversations of users as these see them, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvUserConversation", DefaultParameterSetName = ListSet)]
[OutputType(typeof(UserConversation))]
public sealed class GetConvUserConversationCommand : GetInServiceCmdlet<UserConversation>
{
    /// <summary>The users: US and 32 hexadecimal digits each. Give these or -Identity.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserSidCompleter))]
    [Identifier]
    public string[] UserSid { get; set; } = [];

    /// <summary>The identities of the users, in place of their SIDs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Identity { get; set; } = [];

    /// <summary>The conversations to fetch: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = FetchSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The unique names of the conversations to fetch.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UniqueNameSet)]
    public string[] UniqueName { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.UserConversation;

    private protected override string[] ListedOf => [User.TypeName];

    private protected override Operation ListOperation => UserConversationResource.List;

    private protected override Operation? FetchOperation => UserConversationResource.Fetch;

    private protected override IEnumerable<object> Named => [.. ConversationSid, .. UniqueName.Select(name => new AlternateName(name))];

    private protected override UserConversation Read(JsonElement json, ResourceOrigin origin) => UserConversationResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput && UserSid.Length + Identity.Length == 0)
        {
            WriteItemError(ErrorRecords.WrongTarget(
                "What came down the pipeline has no UserSid to read by. Pipe what Get-ConvUser or Get-ConvUserConversation wrote, or name the user with -Identity.", ResourceType));
            return;
        }

        RequireExactlyOne((nameof(UserSid), UserSid.Length > 0), (nameof(Identity), Identity.Length > 0));
        var connection = ResolveConnection();
        var service = ContainerOf(connection, nameof(ServiceSid), ServiceSid);
        var users = UserSid.Concat<object>(Identity.Select(identity => new AlternateName(identity)));
        Get(connection, users.Select(user => new (string, object?)[] { (nameof(ServiceSid), service), (nameof(UserSid), user) }));
    }
}
