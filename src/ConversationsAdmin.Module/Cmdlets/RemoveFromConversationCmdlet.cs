using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the conversation that is removed from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RemoveFromConversationCmdlet : RemoveFromServiceCmdlet
{
    private protected RemoveFromConversationCmdlet()
    {
    }

    /// <summary>The conversation: CH and 32 hexadecimal digits. An object from the pipeline brings its own.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SidSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ArgumentCompleter(typeof(ConversationSidCompleter))]
    [Identifier]
    public string? ConversationSid { get; set; }

    private protected override object? ExplicitParent(string identifier) =>
        identifier == nameof(ConversationSid) ? ConversationSid : base.ExplicitParent(identifier);
}
