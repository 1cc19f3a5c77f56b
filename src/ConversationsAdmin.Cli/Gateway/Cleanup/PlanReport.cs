using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>What a caller is told of a plan, and of a run of it.</summary>
internal static class PlanReport
{
    /// <summary>The schema of what a plan is told as.</summary>
    internal static readonly JsonElement PlanSchema = JsonElement.Parse(
        """
        {"type":"object","required":["planId","resourceType","account","createdAt","criteria","close","listed","planned","items","more"],"properties":{
        "planId":{"type":"string","description":"What run-cleanup-plan and show-cleanup-plan take, and what confirms a run."},
        "resourceType":{"type":"string"},
        "account":{"type":"string","description":"Whose data it is about."},
        "container":{"anyOf":[{"type":"string"},{"type":"null"}],"description":"The service or the app."},
        "createdAt":{"type":"string","format":"date-time"},
        "criteria":{"type":"string","description":"What was looked for."},
        "close":{"type":"boolean","description":"True when the items would be closed, and not removed."},
        "listed":{"type":"integer","description":"How many were looked at."},
        "planned":{"type":"integer","description":"How many would go."},
        "counts":{"type":"array","items":{"type":"object","properties":{"state":{"type":"string"},"age":{"type":"string"},"count":{"type":"integer"}}}},
        "items":{"type":"array","description":"A part of them.","items":{"type":"object","properties":{
          "target":{"type":"string"},"name":{"anyOf":[{"type":"string"},{"type":"null"}]},"state":{"anyOf":[{"type":"string"},{"type":"null"}]},
          "dateCreated":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}]},"dateUpdated":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}]},"lastMessageAt":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}]}}}},
        "more":{"type":"integer","description":"How many items come after these."}}}
        """);

    /// <summary>The schema of what a run is told as.</summary>
    internal static readonly JsonElement RunSchema = JsonElement.Parse(
        """
        {"type":"object","required":["planId","planned","doneBefore","removed","alreadyGone","closed","skipped","failed","left","finished"],"properties":{
        "planId":{"type":"string"},
        "planned":{"type":"integer"},
        "doneBefore":{"type":"integer","description":"Done by earlier runs of this plan."},
        "removed":{"type":"integer"},"alreadyGone":{"type":"integer"},"closed":{"type":"integer"},
        "skipped":{"type":"integer","description":"Left alone, because they had changed since the plan, or could not be archived completely."},
        "failed":{"type":"integer"},
        "left":{"type":"integer","description":"Not tried, or their end is not known. Call the tool again to go on with them."},
        "finished":{"type":"boolean","description":"True when nothing is left to try."},
        "seconds":{"type":"number"},
        "problem":{"anyOf":[{"type":"string"},{"type":"null"}],"description":"Why the run ended early; null when it did not."},
        "lines":{"type":"array","description":"What failed and was skipped, the first of each kind.","items":{"type":"string"}}}}
        """);

    internal static JsonObject Of(CleanupPlan plan, int skip, int first) => new()
    {
        ["planId"] = plan.PlanId,
        ["resourceType"] = plan.ResourceType,
        ["account"] = plan.Account.ToString(),
        ["container"] = plan.Container,
        ["createdAt"] = plan.CreatedAt,
        ["criteria"] = plan.Criteria.ToString(),
        ["close"] = plan.Close,
        ["listed"] = plan.Listed,
        ["planned"] = plan.ItemCount,
        ["counts"] = new JsonArray([.. plan.Counts.Select(count => new JsonObject { ["state"] = count.State, ["age"] = count.Age, ["count"] = count.Count })]),
        ["items"] = new JsonArray([.. plan.Items.Skip(skip).Take(first).Select(Of)]),
        ["more"] = Math.Max(0L, plan.ItemCount - (long)skip - first),
    };

    internal static JsonObject OfRun(CleanupResult result, string? problem, IEnumerable<string> lines) => new()
    {
        ["planId"] = result.PlanId,
        ["planned"] = result.Planned,
        ["doneBefore"] = result.DoneBefore,
        ["removed"] = result.Removed,
        ["alreadyGone"] = result.AlreadyGone,
        ["closed"] = result.Closed,
        ["skipped"] = result.Skipped,
        ["failed"] = result.Failed,
        ["left"] = result.NotBegun,
        ["finished"] = result.NotBegun == 0 && problem is null,
        ["seconds"] = Math.Round(result.Duration.TotalSeconds, 1),
        ["problem"] = problem,
        ["lines"] = new JsonArray([.. lines.Select(line => JsonValue.Create(line))]),
    };

    private static JsonObject Of(CleanupPlanItem item) => new()
    {
        ["target"] = item.Target,
        ["name"] = item.Name,
        ["state"] = item.State,
        ["dateCreated"] = item.DateCreated,
        ["dateUpdated"] = item.DateUpdated,
        ["lastMessageAt"] = item.LastMessageAt,
    };
}
