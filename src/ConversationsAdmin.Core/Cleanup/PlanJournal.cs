using ConversationsAdmin.Core.Journals;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>The journal of the carrying out of a plan: what ended well in an earlier run is not done again.</summary>
/// <param name="journal">The journal.</param>
/// <param name="plan">The plan.</param>
public sealed class PlanJournal(Journal journal, CleanupPlan plan) : IAsyncDisposable
{
    private const string Command = "cleanup";
    private readonly CleanupResource resource = CleanupResources.Of(plan.ResourceType);

    /// <summary>Opens the journal of a plan: makes it, or goes on with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="steps">What is done with each item.</param>
    /// <exception cref="RunFileException">As <see cref="Journal.Open"/>.</exception>
    public static PlanJournal Open(string path, CleanupPlan plan, PlanSteps steps) =>
        new(Journal.Open(path, new JournalIdentity(Command, plan.Account, plan.Container, steps.Close ? $"close {plan.PlanId}" : plan.PlanId)), plan);

    /// <summary>The items for which something is left to do, in the order of the plan.</summary>
    public IReadOnlyList<CleanupPlanItem> Pending => [.. plan.Items.Where(item => !journal.IsDone(KeyOf(item)))];

    /// <summary>Says how an item ended.</summary>
    /// <param name="item">The item.</param>
    /// <param name="outcome">How it ended.</param>
    /// <returns>Ends when it is on the disk.</returns>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: it is not on the disk.</exception>
    public Task WriteAsync(CleanupPlanItem item, RemovalOutcome outcome) => journal.WriteAsync(JournalEntry.Of(KeyOf(item), outcome));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => journal.DisposeAsync();

    private string KeyOf(CleanupPlanItem item) => JournalKey.Of(plan.ResourceType, PlanItems.Address(resource, plan.Container, item.Target));
}
