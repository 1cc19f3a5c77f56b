using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>One API of the account: who may ask, what may be asked, and one answer at a time.</summary>
internal abstract class TwilioApi<TCall>(
    Endpoint<TCall>[] endpoints, ulong sidStream, Credentials credentials, WholeSecondClock clock, SandboxOptions options, TimeProvider time)
    where TCall : TwilioCall
{
    private readonly object gate = new();
    private readonly SeededRandom sids = new(options.Seed, sidStream);
    private readonly SlidingWindow? writes = options.WriteLimitPerSecond is { } limit ? new SlidingWindow(limit, time) : null;

    /// <summary>What every address in an answer begins with.</summary>
    public abstract string AddressPrefix { get; set; }

    public Answer Answer(IncomingRequest request)
    {
        try
        {
            credentials.Demand(request);
            var (endpoint, path) = Find(request);
            WebhookHeader.Check(request, endpoint);
            var query = endpoint.Query.Read(UrlEncodedPairs.Parse(request.Query));
            var form = request.Method == "POST" ? endpoint.Form.Read(FormBody.Pairs(request)) : FieldValues.None;
            lock (gate)
            {
                var call = Receive(new TwilioCall(sids, clock.Now, options.PageTokens, AddressPrefix, request.Path, path, query, form));
                DemandBudget(endpoint, call);
                return endpoint.Act(call);
            }
        }
        catch (TwilioError refusal)
        {
            return refusal.ToAnswer();
        }
    }

    /// <summary>Joins a call with what this API remembers. Nobody else is called meanwhile.</summary>
    private protected abstract TCall Receive(TwilioCall call);

    private (Endpoint<TCall> Endpoint, Dictionary<string, string> Path) Find(IncomingRequest request)
    {
        var segments = request.Path.Split('/');
        var allowed = new List<string>();
        foreach (var endpoint in endpoints)
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

    private void DemandBudget(Endpoint<TCall> endpoint, TCall call)
    {
        if (writes is not null && endpoint.Budget is { } budget && !writes.TryTake(budget.Scope(call)))
            throw new TwilioError(429, budget.Code, "Too many actions per second here.");
    }
}
