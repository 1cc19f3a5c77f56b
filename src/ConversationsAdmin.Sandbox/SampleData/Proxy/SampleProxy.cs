using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.SampleData.Proxy;

/// <summary>The Proxy service that a sandbox starts with: one session for every ten conversations.</summary>
internal static class SampleProxy
{
    private const int ConversationsPerSession = 10;

    public static ProxyService Create(SandboxOptions options, string serviceSid, string accountSid, DateTimeOffset now)
    {
        var service = new ProxyService(serviceSid, accountSid);
        var sessions = new SampleSessions(options, new SeededRandom(options.Seed, RandomStream.SampleSessions), now);
        var made = new List<Session>();
        for (var count = options.Conversations / ConversationsPerSession; count > 0; count--)
            made.Add(sessions.Next());
        foreach (var session in made)
            service.Register(session);
        service.Sessions.Fill(made);
        return service;
    }
}
