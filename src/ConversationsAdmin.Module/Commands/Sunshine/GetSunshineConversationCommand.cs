using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Sunshine;

namespace ConversationsAdmin.Module.Commands.Sunshine;

/// <summary>Lists the conversations of one user of a Sunshine app, or fetches those that are named. The provider has no list of all conversations of an app.</summary>
[Cmdlet(VerbsCommon.Get, "SunshineConversation", DefaultParameterSetName = ListSet)]
[OutputType(typeof(SunshineConversation))]
public sealed class GetSunshineConversationCommand : GetPagedCmdlet<SunshineConversation>
{
    /// <summary>The conversations to fetch: 24 hexadecimal digits each.</summary>
    // In every set, because PowerShell would bind a piped object to the list's set, which the connection's name satisfies already.
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SunshineConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The id of the user whose conversations are listed. Give this or -UserExternalId.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [NotNullText]
    public string? UserId { get; set; }

    /// <summary>Your own id of the user whose conversations are listed. Give this or -UserId.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [NotNullText]
    public string? UserExternalId { get; set; }

    /// <summary>The app: 24 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AppIdCompleter))]
    [Identifier]
    public string? AppId { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.SunshineConversation;

    private protected override string[] ListedOf => [];

    private protected override Operation ListOperation => SunshineConversationResource.List;

    private protected override Operation? FetchOperation => SunshineConversationResource.Fetch;

    private protected override IEnumerable<object> Named => ConversationId;

    private protected override bool Lists => ConversationId.Length == 0;

    private protected override SunshineConversation Read(JsonElement json, ResourceOrigin origin) => SunshineConversationResource.Read(json, origin);

    // With nothing on the command line, the pipeline may name what to fetch.
    private protected override bool ChecksListAtOnce => Lists && !MyInvocation.ExpectingInput;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = ResolveConnection();
        Get(connection, [[(nameof(AppId), ContainerOf(connection, nameof(AppId), AppId))]]);
    }
}
