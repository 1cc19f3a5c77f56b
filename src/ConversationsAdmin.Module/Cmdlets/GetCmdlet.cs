using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds lists, which are read to the end, page by page.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GetCmdlet<T> : ReadCmdlet<T>
    where T : Resource
{
    private protected const string ListSet = "List";
    private protected const string FetchSet = "Fetch";
    private protected const string IdentitySet = "Identity";
    private protected const string UniqueNameSet = "UniqueName";

    private protected GetCmdlet()
    {
    }

    /// <summary>The most resources to write of each list. Reading of the list stops there.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(1, int.MaxValue)]
    public int First { get; set; } = int.MaxValue;

    /// <summary>How many resources to leave out at the beginning of each list.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    /// <summary>How many resources a page holds. The default is the most that the provider gives; more is cut down to that, with a warning.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(1, int.MaxValue)]
    public int PageSize { get; set; } = int.MaxValue;

    /// <summary>The type of an object from the pipeline. Only what the resource belongs to lists it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ResourceType { get; set; }

    /// <inheritdoc/>
    private protected override string Activity => $"Reading {Resource.Plural}";

    // A list has any number of rows.
    private protected override int? TotalOf(int items) => null;

    /// <summary>The resource that is read.</summary>
    private protected abstract ResourceIdentity Resource { get; }

    /// <summary>The operation that lists.</summary>
    private protected abstract Operation ListOperation { get; }

    /// <summary>The operation that fetches one; null where the provider only lists.</summary>
    private protected abstract Operation? FetchOperation { get; }

    /// <summary>What the command line or the pipeline names, as identifiers or as alternate names.</summary>
    private protected abstract IEnumerable<object> Named { get; }

    /// <summary>The types of what a list may be asked for by the pipeline.</summary>
    private protected abstract string[] ListedOf { get; }

    /// <summary>Whether everything is asked for, and nothing named.</summary>
    private protected virtual bool Lists => ParameterSetName == ListSet;

    /// <summary>Whether a row that came is one that was asked for.</summary>
    private protected virtual bool IsWanted(T resource) => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (MyInvocation.BoundParameters.ContainsKey(nameof(PageSize)) && PageSize > ListOperation.MaxPageSize)
        {
            WriteWarning($"The provider gives at most {ListOperation.MaxPageSize} in a page, so -PageSize {PageSize} is cut down to that. All pages are read.");
        }

        PageSize = Math.Min(PageSize, ListOperation.MaxPageSize!.Value);
        CheckGivenValues(ListOperation);
    }

    /// <summary>Lists, or fetches what is named, at each of the places.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="places">The identifiers of what the resource belongs to, the nearest last, for each of the places.</param>
    private protected void Get(ConvConnection connection, IEnumerable<(string Name, object? Value)[]> places)
    {
        RefuseListParameters();

        // All of the command line is checked before the first is read.
        foreach (var (request, target) in places.SelectMany(RequestsAt).ToArray())
        {
            if (request is not null)
            {
                Enqueue(connection, request, target);
            }
        }
    }

    // Where the identifier is a parameter of every set, PowerShell lets what is for lists stand beside it.
    private void RefuseListParameters()
    {
        if (Lists || ParameterSetName != ListSet)
        {
            return;
        }

        var filters = ListOperation.Parameters.Where(parameter => parameter.Location == ParameterLocation.Query).Select(ParameterNames.ToCmdlet);
        if (filters.Append(nameof(First)).Append(nameof(Skip)).FirstOrDefault(MyInvocation.BoundParameters.ContainsKey) is { } given)
        {
            Terminate(ErrorRecords.ListOnly(given, Resource.Identifier));
        }
    }

    private IEnumerable<(OperationRequest? Request, object? Target)> RequestsAt((string Name, object? Value)[] place)
    {
        var nearest = place is [.., var last] ? last.Value : null;
        if (Lists && MayList(nearest))
        {
            yield return (CreateRequest(ListOperation, nearest, new ResourceAddress(place), ("PageSize", PageSize)), nearest);
        }

        foreach (var name in Named)
        {
            yield return (CreateRequest(FetchOperation!, name, new ResourceAddress([.. place, (Resource.Identifier, name)])), name);
        }
    }

    /// <inheritdoc/>
    private protected override void TakeRow(T resource, QueuedRequest queued)
    {
        var isOfList = queued.Request.Operation.MaxPageSize is not null;
        if (isOfList && (!IsWanted(resource) || ++queued.Wanted <= Skip))
        {
            return;
        }

        Write(resource);
        if (queued.Wanted - Skip == First)
        {
            queued.IsEnough = true;
        }
    }

    // What is no parent of the resource came to name one of it, and without an identifier it would list all that there are.
    private bool MayList(object? place)
    {
        if (!MyInvocation.ExpectingInput || ListedOf.Contains(ResourceType))
        {
            return true;
        }

        WriteItemError(ErrorRecords.Foreign(
            ResourceType, $" without a {Resource.Identifier}", $"{ListsBy}Pipe what Get-{Resource.ResourceType} writes, or name what to read.", place));
        return false;
    }

    private string ListsBy => ListedOf is [] ? "" : $"Only {string.Join(" or ", ListedOf)} lists {Resource.Plural}. ";
}
