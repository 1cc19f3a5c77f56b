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

/// <summary>Updates what conversations are to a user: what is read, and whether they are muted.</summary>
[Cmdlet(VerbsCommon.Set, "ConvUserConversation", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(UserConversation))]
public sealed class SetConvUserConversationCommand : SendInServiceCmdlet<UserConversation>
{
    /// <summary>The user: US and 32 hexadecimal digits. Give this or -Identity; an object from the pipeline brings its own.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(UserSidCompleter))]
    [Identifier]
    public string? UserSid { get; set; }

    /// <summary>The identity of the user, in place of the SID.</summary>
    [Parameter]
    public string? Identity { get; set; }

    /// <summary>The conversations: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The unique names of the conversations.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UniqueNameSet)]
    public string[] UniqueName { get; set; } = [];

    /// <summary>What to update, as an object that Get-ConvUserConversation wrote, as what a CSV or JSON file kept of one, or as a SID with -UserSid or -Identity.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>default or muted.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NotificationLevelCompleter))]
    [NotNullText]
    public string? NotificationLevel { get; set; }

    /// <summary>The index of the last message that the user has read.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(0, int.MaxValue)]
    public int LastReadMessageIndex { get; set; }

    /// <summary>When the user read the last message. Without a zone it is UTC.</summary>
    [Parameter]
    [UtcDate]
    public DateTimeOffset? LastReadTimestamp { get; set; }

    private IReadOnlyCollection<object> Named => [.. ConversationSid, .. UniqueName.Select(name => new AlternateName(name))];

    private protected override string Activity => "Updating user conversations";

    private protected override Operation Operation => UserConversationResource.Update;

    private protected override object? ExplicitParent(string identifier) =>
        identifier == nameof(UserSid) ? (object?)UserSid ?? (Identity is null ? null : new AlternateName(Identity)) : base.ExplicitParent(identifier);

    private protected override UserConversation Read(JsonElement json, ResourceOrigin origin) => UserConversationResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        BeginUpdate(ResourceIdentity.UserConversation, Named);
        if (Named.Count > 0 || (UserSid is not null && Identity is not null))
        {
            RequireExactlyOne((nameof(UserSid), UserSid is not null), (nameof(Identity), Identity is not null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Update(ResourceIdentity.UserConversation, Named, InputObject);
}
