using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Takes users out of conversations. What they wrote stays.</summary>
[Cmdlet(VerbsCommon.Remove, "ConvUserConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveConvUserConversationCommand : RemoveFromServiceCmdlet
{
    /// <summary>The user: US and 32 hexadecimal digits. Give this or -Identity; an object from the pipeline brings its own.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(UserSidCompleter))]
    [Identifier]
    public string? UserSid { get; set; }

    /// <summary>The identity of the user, in place of the SID.</summary>
    [Parameter]
    public string? Identity { get; set; }

    /// <summary>The conversations to take the user out of: CH and 32 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string[] ConversationSid { get; set; } = [];

    /// <summary>The unique names of the conversations to take the user out of. One that does not exist is an error.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UniqueNameSet)]
    public string[] UniqueName { get; set; } = [];

    private protected override ResourceIdentity Resource => ResourceIdentity.UserConversation;

    private protected override IReadOnlyCollection<object> Named => [.. ConversationSid, .. UniqueName.Select(name => new AlternateName(name))];

    private protected override string Activity => "Taking users out of conversations";

    private protected override string RemovalAction => "Take the user out";

    private protected override string Describe(Target target) =>
        $"user {target.Address.Value(nameof(UserSid))} in conversation {target.Name} ({target.Connection.Name}, {target.Connection.AccountSid})";

    private protected override object? ExplicitParent(string identifier) =>
        identifier == nameof(UserSid) ? (object?)UserSid ?? (Identity is null ? null : new AlternateName(Identity)) : base.ExplicitParent(identifier);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Named.Count > 0 || (UserSid is not null && Identity is not null))
        {
            RequireExactlyOne((nameof(UserSid), UserSid is not null), (nameof(Identity), Identity is not null));
        }
    }
}
