using System.Globalization;
using ConversationsAdmin.Core.Connections;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Which plans are carried out: how old, how large, and whose.</summary>
public sealed record PlanLimits
{
    /// <summary>How old a plan may be when nothing else is said.</summary>
    public static readonly TimeSpan DefaultMaxAge = TimeSpan.FromDays(1);

    // Clocks differ a little.
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    /// <summary>How old the plan may be.</summary>
    public TimeSpan MaxAge { get; init; } = DefaultMaxAge;

    /// <summary>How many items it may have.</summary>
    public int MaxItem { get; init; } = int.MaxValue;

    /// <summary>Refuses a plan before anything is asked or sent.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="session">The connection that it would be carried out through.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="RunFileException"><c>OtherAccount</c>, <c>PlanTooOld</c> or <c>PlanTooLarge</c>.</exception>
    public void Check(CleanupPlan plan, ProviderSession session, DateTimeOffset now)
    {
        var api = CleanupResources.Of(plan.ResourceType).Api;
        var reached = session.Client.Reaches(api) ? session.IdentityFor(api) : null;
        if (plan.Account != reached)
        {
            throw new RunFileException(
                "OtherAccount", plan.Path, $"The plan is for {plan.Account}, and the connection '{session.ConnectionName}' is {(reached is null ? "not to that" : $"to {reached}")}. Connect to what the plan is for, or make a plan for this.");
        }

        var age = now - plan.CreatedAt;
        if (age > MaxAge || age < -MostAhead)
        {
            throw new RunFileException(
                "PlanTooOld", plan.Path, string.Create(CultureInfo.InvariantCulture, $"The plan was made at {plan.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC, and {(age < TimeSpan.Zero ? "that is to come" : $"may be {MaxAge} old at most")}. Make a new one, or allow an older one (MaxAge) if you go on with a run."));
        }

        if (plan.Items.Count > MaxItem)
        {
            throw new RunFileException(
                "PlanTooLarge", plan.Path, string.Create(CultureInfo.InvariantCulture, $"The plan has {plan.Items.Count:N0} items, and {MaxItem:N0} are allowed (MaxItem). Look at what it would remove; then narrow the criteria, or allow more."));
        }
    }
}
