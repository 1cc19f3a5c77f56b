using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the dates that an import may write.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendDatedCmdlet<T> : SendWithAttributesCmdlet<T>
    where T : Resource
{
    private protected SendDatedCmdlet()
    {
    }

    /// <summary>The creation date to write, for imports. Without a zone it is UTC.</summary>
    [Parameter]
    [UtcDate]
    public DateTimeOffset? DateCreated { get; set; }

    /// <summary>The date of the last update to write, for imports. Without a zone it is UTC.</summary>
    [Parameter]
    [UtcDate]
    public DateTimeOffset? DateUpdated { get; set; }
}
