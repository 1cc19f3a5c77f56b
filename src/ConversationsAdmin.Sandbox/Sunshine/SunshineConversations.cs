using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Sunshine.Fields;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>Sunshine Conversations v2: who may ask, what may be asked, and one answer at a time.</summary>
internal sealed class SunshineConversations(
    Lazy<SunshineApp> app, SunshineCredentials credentials, SandboxOptions options, TimeProvider time)
{
    private static readonly Endpoint[] Endpoints = [.. ConversationEndpoints.All, .. ParticipantEndpoints.All, .. MessageEndpoints.All];

    private readonly SeededRandom ids = new(options.Seed, RandomStream.SunshineNewConversations);
    private readonly SlidingWindow? writes = options.WriteLimitPerSecond is { } limit ? new SlidingWindow(limit, time) : null;

    public string AddressPrefix { get; set; } = SunshineSandbox.BaseAddress.GetLeftPart(UriPartial.Authority);

    public Answer Answer(IncomingRequest request)
    {
        try
        {
            var now = options.Now ?? time.GetUtcNow();
            credentials.Demand(request, now);
            var (endpoint, path) = Find(request);
            if (path["appId"] != credentials.AppId)
                throw SunshineError.AppNotFound();
            var query = QueryParameters.Read(request.Query, endpoint.Query);
            var body = endpoint.Body?.Read(JsonBody.Parse(request)) ?? FieldValues.None;
            lock (app)
            {
                if (request.Method != "GET" && writes?.TryTake(credentials.AppId) == false)
                    throw SunshineError.TooManyRequests();
                var list = $"{AddressPrefix}/v2/apps/{credentials.AppId}/conversations";
                return endpoint.Act(new Call(app.Value, ids, now, list, path, query, body));
            }
        }
        catch (SunshineError refusal)
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
        throw allowed.Count == 0 ? SunshineError.NotFound() : SunshineError.MethodNotAllowed(request.Method, allowed);
    }
}
