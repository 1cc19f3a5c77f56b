using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Pacing;

/// <summary>The budgets of one connection. One that is idle and as good as new is forgotten, so that any number of conversations takes little memory.</summary>
/// <param name="actionsPerSecond">The pace of every budget, 0 for none; null for the provider's own.</param>
/// <param name="clock">The time.</param>
internal sealed class ConnectionBudgets(double? actionsPerSecond, PacingClock clock)
{
    private const int FewestWorthSweeping = 256;

    private readonly Dictionary<BudgetKey, ActionBudget> budgets = [];
    private readonly ConnectionWarmth warmth = new();
    private int nextSweep = FewestWorthSweeping;

    /// <summary>How many are remembered.</summary>
    internal int Count
    {
        get
        {
            lock (budgets)
            {
                return budgets.Count;
            }
        }
    }

    /// <summary>The slowest pace that makes somebody wait, or did so lately; null when nobody waits.</summary>
    internal double? CurrentPace
    {
        get
        {
            lock (budgets)
            {
                return budgets.Values.Min(budget => budget.CurrentPace);
            }
        }
    }

    /// <summary>The budget that a request draws on; null when it draws on none. It is kept until it is given back.</summary>
    internal ActionBudget? Borrow(OperationRequest request)
    {
        if (KeyOf(request) is not { } key)
        {
            return null;
        }

        lock (budgets)
        {
            if (!budgets.TryGetValue(key, out var budget))
            {
                Sweep();
                budgets[key] = budget = new ActionBudget(key, PolicyOf(key), warmth, clock);
            }

            budget.Users++;
            return budget;
        }
    }

    internal void GiveBack(ActionBudget budget)
    {
        lock (budgets)
        {
            budget.Users--;
        }
    }

    private BudgetKey? KeyOf(OperationRequest request) =>
        actionsPerSecond == 0 ? null
        : actionsPerSecond is not null && !request.Operation.ReadOnly ? BudgetKey.Of(request) ?? BudgetKey.AllWritesOf(request.Operation)
        : BudgetKey.Of(request);

    private PacePolicy PolicyOf(BudgetKey key) =>
        actionsPerSecond is { } given ? PacePolicy.Known(given)
        : key.IsPublished ? PacePolicy.Known(PacePolicy.OfTwilio)
        : PacePolicy.Careful;

    private void Sweep()
    {
        if (budgets.Count < nextSweep)
        {
            return;
        }

        foreach (var (key, budget) in budgets)
        {
            if (budget.Users == 0 && budget.IsAsNew)
            {
                budgets.Remove(key);
            }
        }

        nextSweep = Math.Max(FewestWorthSweeping, budgets.Count * 2);
    }
}
