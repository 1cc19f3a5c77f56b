using System.Management.Automation;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Sunshine;

/// <summary>Removes Sunshine conversations with their messages and attachments. It can't be undone, and takes a group from everybody in it. A user's default conversation can't be removed.</summary>
[Cmdlet(VerbsCommon.Remove, "SunshineConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SidSet)]
[OutputType(typeof(RemovalOutcome))]
public sealed class RemoveSunshineConversationCommand : RemoveCmdlet
{
    /// <summary>The conversations to remove: 24 hexadecimal digits each.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [ArgumentCompleter(typeof(SunshineConversationIdCompleter))]
    [Identifier]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The app: 24 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AppIdCompleter))]
    [Identifier]
    public string? AppId { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.SunshineConversation;

    private protected override IReadOnlyCollection<object> Named => ConversationId;

    private protected override object? ExplicitParent(string identifier) => identifier == nameof(AppId) ? AppId : null;

    private protected override string Describe(Target target) =>
        target.Input is PSObject input && "sdkGroup".Equals(input.Properties["Type"]?.Value?.ToString(), StringComparison.Ordinal)
            ? $"group {target.Place}, which everybody in it loses"
            : target.Place;

    // An object says whether it is, and that does not change.
    private protected override ErrorRecord? Refusal(Target target) =>
        target.Input is PSObject input && "true".Equals(input.Properties["IsDefault"]?.Value?.ToString(), StringComparison.OrdinalIgnoreCase)
            ? ErrorRecords.DefaultConversation(target.Name.ToString()!, input)
            : null;
}
