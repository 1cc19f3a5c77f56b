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

        if (job.PlanPath is not { } path || !File.Exists(path))
        {
            return (job, null);
        }

        return options.PlanOnly
            ? throw new RunFileException("FileExists", path, $"{path} is there already, and a plan is not replaced. Take it away, or give another file.")
            : (job, OfJob(job, options, CleanupPlanFile.Read(path)));
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
    private static CleanupPlan OfJob(CleanupJob job, CleanupOptions options, CleanupPlan plan)
    {
        var mayDiffer = options is { PolicyPath: null, ServiceSid: null, State: null, OlderThan: null };
        return mayDiffer || (plan.ResourceType == job.ResourceType && (job.Container is null || plan.Container == job.Container))
            ? plan
            : throw new RunFileException("OtherPlan", plan.Path, $"{plan.Path} is a plan for {plan.ResourceType} of {plan.Container}, which is not what is asked for. Give another file.");
    }
}
