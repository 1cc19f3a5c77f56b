using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the size of the pages.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GetPagedCmdlet<T> : GetCmdlet<T>
    where T : Resource
{
    private protected GetPagedCmdlet()
    {
    }

    /// <summary>How many resources a page holds. The default is the most that the provider documents, or 100 where it documents none; more than documented is cut down to that, with a warning.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    public int PageSize { get; set; }

    private protected override int? RowsPerPage => PageSize == 0 ? base.RowsPerPage : Math.Min(PageSize, ListOperation.Paging!.MaxPageSize ?? int.MaxValue);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (PageSize > ListOperation.Paging!.MaxPageSize)
        {
            WriteWarning($"The provider gives at most {ListOperation.Paging.MaxPageSize} in a page, so -PageSize {PageSize} is cut down to that. All pages are read.");
        }
    }
}
