using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Paging;

/// <summary>One page of a list, and the way to the next.</summary>
/// <param name="Answer">The answer as the provider writes it. Where the provider has no pages, its rows are those of as many answers as were needed.</param>
/// <param name="Rows">The number of rows in it.</param>
/// <param name="Next">The request of the next page; null when there is none.</param>
public sealed record ListPage(JsonElement Answer, int Rows, OperationRequest? Next)
{
    /// <summary>True when there may be more rows, and the provider documents no way to them.</summary>
    public bool IsOnlyBeginning { get; init; }
}
