using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Tests.Core.Wire;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>A service with conversations behind a socket. It ignores the filters of the list, so that nothing but the client holds back what does not fit.</summary>
internal sealed partial class ConversationServer : IDisposable
{
    private const string NotFound = """{"code":20404,"message":"not found","status":404}""";
    private readonly WireServer server;

    public ConversationServer(params ConversationRow[] rows)
    {
        Rows = [.. rows];
        server = new WireServer(Answer);
        Session = Connect.To(server);
    }

    public List<ConversationRow> Rows { get; }

    /// <summary>What is answered in place of the rows; null for what the rows say.</summary>
    public Func<WireRequest, WireAnswer?> Instead { get; set; } = _ => null;

    public ProviderSession Session { get; }

    public IReadOnlyList<WireRequest> Requests => server.Requests;

    public IEnumerable<WireRequest> Writes => Requests.Where(request => request.Method != "GET");

    public void Dispose()
    {
        Session.Dispose();
        server.Dispose();
    }

    public Task<CleanupPlan> PlanAsync(CleanupCriteria criteria, int throttleLimit = 4) =>
        new CleanupPlanner(Session, Scope, criteria, throttleLimit, null).MakeAsync(CancellationToken.None);

    public async Task<IReadOnlyList<string>> FindAsync(CleanupCriteria criteria) => [.. (await PlanAsync(criteria)).Items.Select(item => item.Target)];

    public async Task<RemovalOutcome[]> RunAsync(CleanupPlan plan, PlanSteps? steps = null)
    {
        await using var run = await PlanRun.OpenAsync(Session, plan, steps ?? new PlanSteps(), null);
        var ended = await Task.WhenAll(plan.Items.Select(item => run.RunAsync(item, CancellationToken.None, () => true)));
        return [.. ended.Select(item => item.Outcome)];
    }

    public static CleanupScope Scope => new() { ResourceType = Conversation.TypeName, Container = Core.Requests.ServiceSid };

    private WireAnswer Answer(WireRequest request)
    {
        lock (Rows)
        {
            return Instead(request) ?? Answer(request, Address().Match(request.Path));
        }
    }

    private WireAnswer Answer(WireRequest request, Match address)
    {
        if (!address.Groups["conversations"].Success)
        {
            return WireAnswer.Json(200, $$"""{"sid":"{{Core.Requests.ServiceSid}}"}""");
        }

        if (!address.Groups["sid"].Success)
        {
            return Page("conversations", Rows.Select(row => row.ToJson()));
        }

        if (Rows.Find(row => row.Sid == address.Groups["sid"].Value) is not { } row)
        {
            return WireAnswer.Json(404, NotFound);
        }

        return (request.Method, address.Groups["children"].Value) switch
        {
            ("DELETE", _) => Remove(row),
            ("POST", _) => Close(row),
            (_, "Messages") => Page("messages", row.Messages.AsEnumerable().Reverse().Take(1).Select(message =>
                $$"""{"sid":"{{message.Sid}}","date_created":{{(message.Date is null ? "null" : $"\"{message.Date}\"")}}}""")),
            (_, "Webhooks") => Page("webhooks", []),
            (_, "Participants") => Page("participants", row.Participants),
            _ => WireAnswer.Json(200, row.ToJson()),
        };
    }

    private WireAnswer Remove(ConversationRow row)
    {
        Rows.Remove(row);
        return WireAnswer.Empty(204);
    }

    private static WireAnswer Close(ConversationRow row)
    {
        row.State = "closed";
        return WireAnswer.Json(200, row.ToJson());
    }

    private static WireAnswer Page(string key, IEnumerable<string> rows) =>
        WireAnswer.Json(200, $$"""{"meta":{"key":"{{key}}","next_page_url":null},"{{key}}":[{{string.Join(",", rows)}}]}""");

    [GeneratedRegex("^/v1/Services/IS[0-9a-f]+(?<conversations>/Conversations(/(?<sid>CH[0-9a-f]+)(/(?<children>[A-Za-z]+))?)?)?$")]
    private static partial Regex Address();
}
