using ConversationsAdmin.Core.Cleanup;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>How an item of a plan ended.</summary>
public sealed class EndedPlanItem
{
    internal EndedPlanItem(EndedItem ended) => Ended = ended;

    internal EndedItem Ended { get; }
}
