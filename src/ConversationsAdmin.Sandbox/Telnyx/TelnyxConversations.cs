using System.Globalization;
using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx.Data;
using ConversationsAdmin.Sandbox.Telnyx.Errors;
using ConversationsAdmin.Sandbox.Telnyx.SampleData;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>Telnyx AI conversations: who may ask, what may be asked, and one answer at a time.</summary>
internal sealed class TelnyxConversations(string apiKey, SandboxOptions options, TimeProvider time)
{
    // All keys here belong to one organization, which has one budget.
    private const string Budget = "organization";

    private static readonly Endpoint[] Endpoints = [.. ConversationEndpoints.All, .. ContentEndpoints.All];

    private readonly object gate = new();
    private readonly MillisecondClock clock = new(options.Now, time);
    private readonly SeededRandom ids = new(options.Seed, RandomStream.TelnyxNewConversations);
    private readonly IdempotencyRecords idempotency = new(time);
    private readonly SlidingWindow? writes = options.WriteLimitPerSecond is { } limit ? new SlidingWindow(limit, time) : null;
    private AiConversations? conversations;

    public Answer Answer(IncomingRequest request)
    {
        try
        {
            DemandKey(request);
            var (endpoint, path) = Find(request);
            lock (gate)
            {
                DemandBudget(endpoint);
                conversations ??= SampleAiConversations.Create(options, clock.Now);
                return endpoint.Act(new Call(conversations, idempotency, ids, clock.Now, options, request, path));
            }
        }
        catch (Refusal refusal)
        {
            return refusal.ToAnswer();
        }
    }

    public IEnumerable<KeyValuePair<string, string>> BudgetHeaders()
    {
        if (writes is null || options.WriteLimitPerSecond is not { } limit)
            return [];
        int left;
        lock (gate)
            left = writes.Left(Budget);
        return
        [
            new("x-ratelimit-limit", limit.ToString(CultureInfo.InvariantCulture)),
            new("x-ratelimit-remaining", left.ToString(CultureInfo.InvariantCulture)),
            new("x-ratelimit-reset", left == limit ? "0" : "1"),
        ];
    }

    private void DemandKey(IncomingRequest request)
    {
        const string scheme = "Bearer ";
        var given = request.Header("Authorization");
        if (given is null || !given.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || given[scheme.Length..] != apiKey)
            throw new PlatformError(TelnyxCode.AuthenticationFailed, "The Authorization header has no API key of this account.");
    }

    private static (Endpoint Endpoint, Dictionary<string, string> Path) Find(IncomingRequest request)
    {
        var segments = request.Path.Split('/');
        var allowed = new List<string>();
        foreach (var endpoint in Endpoints)
        {
            if (endpoint.Template.Match(segments) is not { } path)
                continue;
            if (endpoint.Method == request.Method)
                return (endpoint, path);
            allowed.Add(endpoint.Method);
        }
        if (allowed.Count == 0)
            throw new PlatformError(TelnyxCode.NotFound, $"There is nothing at {request.Path}.");
        throw new StatusError(405, "Method Not Allowed") { Headers = [new("Allow", string.Join(", ", allowed))] };
    }

    private void DemandBudget(Endpoint endpoint)
    {
        if (writes is not null && endpoint.Method != "GET" && !writes.TryTake(Budget))
            throw PlatformError.TooManyRequests();
    }
}
