using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Twilio Conversations v1: who may ask, what may be asked, and one answer at a time.</summary>
internal sealed class TwilioConversations(
    Account account, Credentials credentials, WholeSecondClock clock, SandboxOptions options, TimeProvider time)
{
    private static readonly Endpoint[] Endpoints =
    [
        .. ServiceEndpoints.All,
        .. ServiceConfigurationEndpoints.All,
        .. ServiceNotificationEndpoints.All,
        .. ServiceWebhookEndpoints.All,
        .. BindingEndpoints.All,
        .. RoleEndpoints.All,
        .. UserEndpoints.All,
        .. UserConversationEndpoints.All,
        .. ParticipantConversationEndpoints.All,
        .. ConversationEndpoints.All,
        .. ParticipantEndpoints.All,
        .. MessageEndpoints.All,
        .. MessageReceiptEndpoints.All,
        .. ScopedWebhookEndpoints.All,
    ];

    private readonly SeededRandom sids = new(options.Seed, RandomStream.NewResources);
    private readonly SlidingWindow? writes = options.WriteLimitPerSecond is { } limit ? new SlidingWindow(limit, time) : null;

    public string AddressPrefix
    {
        get => account.AddressPrefix;
        set => account.AddressPrefix = value;
    }

    public Answer Answer(IncomingRequest request)
    {
        try
        {
            credentials.Demand(request);
            var (endpoint, path) = Find(request);
            WebhookHeader.Check(request, endpoint);
            var query = endpoint.Query.Read(UrlEncodedPairs.Parse(request.Query));
            var form = request.Method == "POST" ? endpoint.Form.Read(FormBody.Pairs(request)) : FieldValues.None;
            lock (account)
            {
                var call = new Call(account, sids, clock.Now, options.PageTokens, request.Path, path, query, form);
                DemandBudget(endpoint, call);
                return endpoint.Act(call);
            }
        }
        catch (TwilioError refusal)
        {
            return refusal.ToAnswer();
        }
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
            throw TwilioError.NotFound(request.Path);
        throw new TwilioError(405, TwilioCode.MethodNotAllowed, $"{request.Method} is not possible at {request.Path}.")
        {
            Headers = [new("Allow", string.Join(", ", allowed))],
        };
    }

    private void DemandBudget(Endpoint endpoint, Call call)
    {
        if (writes is not null && endpoint.Budget is { } budget && !writes.TryTake(budget.Scope(call)))
            throw new TwilioError(429, budget.Code, "Too many actions per second here.");
    }
}
