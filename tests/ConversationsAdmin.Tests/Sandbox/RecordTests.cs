using System.Net;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class RecordTests
{
    [Fact]
    public async Task A_request_is_recorded_as_it_came_but_without_the_secret()
    {
        using var client = SandboxClient.Empty();
        await client.Post(client.Conversations, ("FriendlyName", "a b"));
        await client.Get($"{client.Conversations}/a%2Fb?x=%20");
        var requests = client.Server.Record.Requests;
        Assert.Equal([1, 2], requests.Select(request => request.Number));
        Assert.Equal(("POST", client.Conversations, ""), (requests[0].Method, requests[0].Path, requests[0].Query));
        Assert.Equal(("FriendlyName=a+b", 201), (requests[0].Body, requests[0].Status));
        Assert.Equal("application/x-www-form-urlencoded", requests[0].ContentType);
        Assert.Equal("Basic", requests[0].Headers["authorization"]);
        Assert.Equal(($"{client.Conversations}/a%2Fb", "x=%20", (string?)null), (requests[1].Path, requests[1].Query, requests[1].Body));
        Assert.All(requests, request => Assert.False(request.Cancelled));
    }

    [Fact]
    public async Task An_authorization_without_a_scheme_is_not_recorded_at_all()
    {
        using var client = SandboxClient.Empty();
        client.DropCredentials();
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/Services");
        request.Headers.TryAddWithoutValidation("Authorization", "secret");
        (await client.Send(request)).Refused(401, 20003);
        Assert.Equal("", client.Server.Record.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task Requests_in_progress_are_counted()
    {
        using var client = new SandboxClient(new TwilioSandbox(new SandboxOptions { Conversations = 0, Latency = TimeSpan.FromHours(1) }));
        using var stop = new CancellationTokenSource();
        var pending = Enumerable.Range(0, 3)
            .Select(_ => client.Send(new HttpRequestMessage(HttpMethod.Get, "/v1/Services"), stop.Token))
            .ToList();
        var record = client.Server.Record;
        Assert.Equal((3, 3), (record.InFlight, record.MaxConcurrent));
        Assert.Equal([1, 2, 3], record.Requests.Select(request => request.ConcurrentRequests));
        record.Clear();
        Assert.Equal(3, record.MaxConcurrent);
        Assert.Empty(record.Requests);
        await stop.CancelAsync();
        foreach (var request in pending)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal(0, record.InFlight);
    }

    [Fact]
    public async Task A_caller_who_gives_up_may_still_have_changed_something()
    {
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 0, Latency = TimeSpan.FromHours(1) });
        using var client = new SandboxClient(server);
        await GiveUpDeleting();
        await GiveUpDeleting();
        Assert.Equal([204, 404], server.Record.Requests.Select(request => request.Status));
        Assert.All(server.Record.Requests, request => Assert.True(request.Cancelled));

        async Task GiveUpDeleting()
        {
            using var stop = new CancellationTokenSource();
            var pending = client.Send(new HttpRequestMessage(HttpMethod.Delete, client.Service), stop.Token);
            Assert.Null(server.Record.Requests[^1].Status);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        }
    }

    [Fact]
    public async Task Many_callers_at_once_are_all_recorded()
    {
        using var client = SandboxClient.Empty();
        await Parallel.ForAsync(0, 2000, async (_, _) => (await client.Post(client.Conversations)).Expect(HttpStatusCode.Created));
        Assert.Equal(Enumerable.Range(1, 2000), client.Server.Record.Requests.Select(request => request.Number));
        Assert.Equal(2000, (await client.All(client.Conversations + "?PageSize=100")).Count);
        Assert.Equal(0, client.Server.Record.InFlight);
    }
}
