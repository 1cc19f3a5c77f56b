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
    [WholeNumber]
    [ValidateRange(1, int.MaxValue)]
    public int First { get; set; } = int.MaxValue;

    /// <summary>How many resources to leave out at the beginning of each list.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [WholeNumber]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

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

    private protected override Provider Provider => ListOperation.Provider;

    /// <summary>How many rows to ask for at once.</summary>
    private protected virtual int? RowsPerPage => ListOperation.Paging!.DefaultPageSize;

    private protected override long MostRows => (long)First + Skip;

    /// <summary>Whether everything is asked for, and nothing named.</summary>
    private protected virtual bool Lists => ParameterSetName == ListSet;

    /// <summary>Whether what a list is asked for is known before the first item comes.</summary>
    private protected virtual bool ChecksListAtOnce => true;

    /// <summary>Whether a row that came is one that was asked for.</summary>
    private protected virtual bool IsWanted(T resource) => true;

    /// <summary>Whether a row that came lies beyond everything that was asked for, so that no other needs to be read.</summary>
    private protected virtual bool IsBeyond(T resource) => false;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (ChecksListAtOnce)
        {
            CheckGivenValues(ListOperation);
        }
    }

    /// <summary>Lists, or fetches what is named, at each of the places.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="places">The identifiers of what the resource belongs to, the nearest last, for each of the places.</param>
    private protected void Get(ConvConnection connection, IEnumerable<(string Name, object? Value)[]> places)
    {
        RefuseListParameters();

        // All of the command line is checked before the first is read.
        foreach (var queued in places.SelectMany(place => RequestsAt(connection, place)).OfType<QueuedRequest>().ToArray())
        {
            Enqueue(queued);
        }
    }

    // Where the identifier is a parameter of every set, PowerShell lets what is for lists stand beside it.
    private void RefuseListParameters()
    {
        if (Lists || ParameterSetName != ListSet)
        {
            return;
        }

        var ofLists = MyInvocation.MyCommand.Parameters.Values.Where(parameter => parameter.ParameterSets.Keys.SequenceEqual([ListSet]));
        if (ofLists.Select(parameter => parameter.Name).FirstOrDefault(MyInvocation.BoundParameters.ContainsKey) is { } given)
        {
            Terminate(ErrorRecords.ListOnly(given, Resource.Identifier));
        }
    }

    private IEnumerable<QueuedRequest?> RequestsAt(ConvConnection connection, (string Name, object? Value)[] place)
    {
        var nearest = place is [.., var last] ? last.Value : null;
        if (Lists && MayList(nearest))
        {
            (string, object?)[] pageSize = ListOperation.Paging!.PageSizeName is { } name ? [(name, RowsPerPage)] : [];
            yield return ToQueue(connection, CreateRequest(ListOperation, nearest, new ResourceAddress(place), pageSize), nearest);
        }

        foreach (var named in Named)
        {
            yield return ToQueue(connection, CreateRequest(FetchOperation!, named, new ResourceAddress([.. place, (Resource.Identifier, named)])), named);
        }
    }

    /// <inheritdoc/>
    private protected override void TakeRow(T resource, QueuedRequest queued)
    {
        var isOfList = queued.Request.Operation.Paging is not null;
        if (isOfList && IsBeyond(resource))
        {
            queued.IsEnough = true;
            return;
        }

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
