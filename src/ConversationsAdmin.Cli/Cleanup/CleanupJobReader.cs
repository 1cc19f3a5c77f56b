using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Makes of the command line, and of the policy or the plan that it names, what is to be done.</summary>
internal static class CleanupJobReader
{
    internal static readonly TimeSpan DefaultAge = TimeSpan.FromDays(90);

    /// <exception cref="RunFileException">The policy or the plan can't be read.</exception>
    /// <exception cref="RequestArgumentException">What is given does not go together.</exception>
    internal static (CleanupJob Job, CleanupPlan? Plan) Read(CleanupOptions options, DateTimeOffset now)
    {
        var job = options.PolicyPath is { } policy ? OfPolicy(options, policy, now).With(options) : OfOptions(options, now).With(options);
        if (options.PlanOnly && job.PlanPath is null)
        {
            throw new RequestArgumentException("plan", "There is no file to write the plan to. Pass --plan FILE too.");
        }

        CleanupJobCheck.Check(job, options);
        return job.PlanPath is { } path && File.Exists(path) ? WithPlan(job, options, path, now) : (job, null);
    }

    private static (CleanupJob Job, CleanupPlan Plan) WithPlan(CleanupJob job, CleanupOptions options, string path, DateTimeOffset now)
    {
        if (options.PlanOnly)
        {
            throw new RunFileException("FileExists", path, $"{path} is there already, and a plan is not replaced. Take it away, or give another file.");
        }

        var plan = CleanupPlanFile.Read(path);
        RefuseOther(job, options, plan, now);
        return (job.IsOfPolicy ? job : job with { Steps = job.Steps with { Close = plan.Close } }, plan);
    }

    private static CleanupJob OfPolicy(CleanupOptions options, string path, DateTimeOffset now) =>
        options is { ServiceSid: null, State: null, OlderThan: null }
            ? CleanupPolicyFile.Read(path, now)
            : throw new RequestArgumentException("policy", "--service, --state and --older-than say what the policy says. Leave them out, or the policy.");

    private static CleanupJob OfOptions(CleanupOptions options, DateTimeOffset now) => new()
    {
        ResourceType = Conversation.TypeName,
        Container = options.ServiceSid,
        Criteria = new CleanupCriteria
        {
            State = options.State ?? ConversationResource.Closed,
            UpdatedBefore = now - (options.OlderThan ?? DefaultAge),
        },
    };

    // Without a policy, and with nothing else said, a plan is carried out whatever it is about.
    private static void RefuseOther(CleanupJob job, CleanupOptions options, CleanupPlan plan, DateTimeOffset now)
    {
        var namesPlace = job.IsOfPolicy || options.ServiceSid is not null;
        var namesCriteria = job.IsOfPolicy || options.State is not null || options.OlderThan is not null;
        if ((namesPlace || namesCriteria) && !(plan.ResourceType == job.ResourceType && (job.Container is null || plan.Container == job.Container)))
        {
            throw Other(plan, $"is a plan for {plan.ResourceType} of {plan.Container}");
        }

        if (job.IsOfPolicy && !(AreSame(plan.UserIds, job.UserIds) && AreSame(plan.UserExternalIds, job.UserExternalIds)))
        {
            throw Other(plan, "is a plan for other users");
        }

        if (namesCriteria && !PlanCriteria.AreThoseOf(plan, job.Criteria, now))
        {
            throw Other(plan, $"is a plan by other criteria ({plan.Criteria})");
        }
    }

    private static bool AreSame(IReadOnlyList<string> some, IReadOnlyList<string> others) => some.ToHashSet(StringComparer.Ordinal).SetEquals(others);

    /// <summary>Refuses a plan for another place than that of the connection, where a policy names none.</summary>
    /// <exception cref="RunFileException"><c>OtherPlan</c>: it is one.</exception>
    internal static void RefuseOtherPlace(CleanupJob job, CleanupPlan plan, ConvConnection connection)
    {
        if (job is { IsOfPolicy: true, Container: null } && CleanupPlace.DefaultOrNull(connection, plan.ResourceType) is { } container && container != plan.Container)
        {
            throw Other(plan, $"is a plan for {plan.ResourceType} of {plan.Container}");
        }
    }

    private static RunFileException Other(CleanupPlan plan, string difference) => new(
        "OtherPlan", plan.Path, $"{plan.Path} {difference}, which is not what is asked for. Give another file, or take this one and its journal away to plan anew.");
}
