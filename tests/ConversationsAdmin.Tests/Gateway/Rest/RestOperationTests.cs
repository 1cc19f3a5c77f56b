using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>What a caller of REST does all day.</summary>
public sealed class RestOperationTests : IAsyncLifetime
{
    private GatewayUnderTest gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task A_conversation_is_created_listed_fetched_updated_and_deleted()
    {
        var created = (await gateway.Client.Post(
            gateway.Conversations,
            new Dictionary<string, object?> { ["FriendlyName"] = "Jürgen + 1", ["Attributes"] = new { topic = "a" }, ["State"] = "active", ["Timers.Inactive"] = "PT10M" },
            ("X-Twilio-Webhook-Enabled", "true"))).Expect(201);
        Assert.Equal(("Jürgen + 1", "{\"topic\":\"a\"}", "application/json"), (created["friendly_name"], created["attributes"], created.ContentType));
        Assert.Equal("true", gateway.Arrived[0].Headers["X-Twilio-Webhook-Enabled"]);
        Assert.StartsWith("application/x-www-form-urlencoded", gateway.Arrived[0].ContentType, StringComparison.Ordinal);

        var path = $"{gateway.Conversations}/{created["sid"]}";
        var listed = (await gateway.Client.Get($"{gateway.Conversations}?PageSize=5")).Expect(200);
        Assert.Equal(created["sid"], Assert.Single(listed.Json!.Value.GetProperty("conversations").EnumerateArray()).GetProperty("sid").GetString());
        Assert.Equal(created.Text, (await gateway.Client.Get(path)).Expect(200).Text);
        Assert.Equal("Other", (await gateway.Client.Post(path, new { FriendlyName = "Other" })).Expect(200)["friendly_name"]);

        var deleted = (await gateway.Client.Delete(path, ("Confirm", created["sid"]))).Expect(204);
        Assert.Equal(("", false), (deleted.Text, deleted.Headers.ContainsKey("Content-Type")));
        (await gateway.Client.Get(path)).Expect(404);
    }

    [Fact]
    public async Task The_other_providers_are_served_in_the_same_manner()
    {
        var telnyx = await gateway.Client.Post("/v1/telnyx/v2/ai/conversations", new { name = "a", metadata = new { topic = "b" } }, ("Idempotency-Key", "key-1"));
        Assert.Contains("\"name\":\"a\"", telnyx.Expect(200).Text, StringComparison.Ordinal);
        Assert.Equal("key-1", gateway.Arrived[0].Headers["Idempotency-Key"]);

        var app = $"/v1/sunshine/v2/apps/{gateway.Sunshine.AppId}/conversations";
        var created = (await gateway.Client.Post(app, new { type = "personal", participants = new[] { new { userId = gateway.Sunshine.SampleUserId } } })).Expect(201);
        var id = created.Json!.Value.GetProperty("conversation").GetProperty("id").GetString()!;
        var changed = (await gateway.Client.Send(HttpMethod.Patch, $"{app}/{id}", GatewayClient.JsonOf(new { displayName = "x" }))).Expect(200);
        Assert.Equal("x", changed.Json!.Value.GetProperty("conversation").GetProperty("displayName").GetString());
        (await gateway.Client.Get($"{app}?filter%5BuserId%5D={gateway.Sunshine.SampleUserId}&page%5Bsize%5D=2")).Expect(200);

        var sessions = $"/v1/proxy/v1/services/{gateway.Twilio.ProxyServiceSid}/sessions";
        var session = (await gateway.Client.Post(sessions, new { UniqueName = "s" })).Expect(201)["sid"];
        Assert.Equal("closed", (await gateway.Client.Post($"{sessions}/{session}", new { Status = "closed" })).Expect(200)["status"]);
    }

    [Fact]
    public async Task A_list_is_walked_by_the_query_of_the_next_page()
    {
        for (var number = 0; number < 3; number++)
        {
            await gateway.Client.Post(gateway.Conversations, new { FriendlyName = $"{number}" });
        }

        var names = new List<string?>();
        var query = "?PageSize=1";
        while (query is not null)
        {
            var page = (await gateway.Client.Get(gateway.Conversations + query)).Expect(200).Json!.Value;
            names.AddRange(page.GetProperty("conversations").EnumerateArray().Select(row => row.GetProperty("friendly_name").GetString()));
            query = page.GetProperty("meta").GetProperty("next_page_url").GetString() is { } next ? new Uri(next).Query : null;
        }

        Assert.Equal(["0", "1", "2"], names.Order());
    }

    [Fact]
    public async Task A_repeated_parameter_makes_a_list()
    {
        (await gateway.Client.Get($"{gateway.Service}/bindings?Identity=a+b&Identity=c%26d")).Expect(200);
        Assert.Equal(["Identity=a%20b", "Identity=c%26d"], gateway.Arrived[0].Query.Split('&').Where(part => part.StartsWith("Identity", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_list_in_the_body_repeats_its_key_for_the_provider()
    {
        (await gateway.Client.Post($"{gateway.Service}/roles", new { FriendlyName = "r", Type = "conversation", Permission = new[] { "sendMessage", "leaveConversation" } })).Expect(201);
        Assert.Contains("Permission=sendMessage&Permission=leaveConversation", gateway.Arrived[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_an_escaped_slash_reaches_the_provider_as_such()
    {
        const string Name = "lead/1 + 2%2F";
        var sid = (await gateway.Client.Post(gateway.Conversations, new { UniqueName = Name })).Expect(201)["sid"];
        var path = $"{gateway.Conversations}/{Uri.EscapeDataString(Name)}";
        Assert.Equal(sid, (await gateway.Client.Get(path)).Expect(200)["sid"]);
        Assert.EndsWith("/lead%2F1%20%2B%202%252F", gateway.Arrived[^1].Path, StringComparison.Ordinal);
        (await gateway.Client.Delete(path, ("Confirm", sid))).Refused(412, "confirm_mismatch");
        (await gateway.Client.Delete(path, ("Confirm", Name))).Expect(204);
    }

    [Fact]
    public async Task A_name_that_no_header_takes_is_confirmed_as_the_path_has_it()
    {
        (await gateway.Client.Post(gateway.Conversations, new { UniqueName = "Łukasz" })).Expect(201);
        (await gateway.Client.Delete($"{gateway.Conversations}/%C5%81ukasz", ("Confirm", "%C5%81ukas"))).Refused(412, "confirm_mismatch");
        (await gateway.Client.Delete($"{gateway.Conversations}/%C5%81ukasz", ("Confirm", "%C5%81ukasz"))).Expect(204);
    }

    [Fact]
    public async Task What_the_provider_refuses_keeps_its_status_its_code_and_its_request_id()
    {
        var missing = (await gateway.Client.Get($"{gateway.Conversations}/{SidKind.Conversation.OfNothing}")).Refused(404, "Twilio.20404");
        Assert.Equal(("Twilio", "20404"), (missing["provider"], missing["providerCode"]));
        Assert.StartsWith("RQ", missing["requestId"], StringComparison.Ordinal);
        Assert.StartsWith("https://", missing["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_that_the_provider_asks_to_wait_is_passed_on()
    {
        using var throttling = WireServer.Answering(WireAnswer.Json(429, """{"code":20429,"message":"slow","status":429}""", "Retry-After: 7"));
        await using var throttled = await GatewayUnderTest.StartAsync(twilioAddress: throttling.Address);
        Assert.Equal("7", (await throttled.Client.Get(throttled.Conversations)).Refused(429, "Twilio.20429").Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_provider_that_is_not_there_is_a_problem_of_the_way()
    {
        await using var alone = await GatewayUnderTest.StartAsync(twilioAddress: new Uri($"http://127.0.0.1:{WireServer.UnusedPort()}"));
        (await alone.Client.Get(alone.Conversations)).Refused(502, "NotConnected");
    }

    [Fact]
    public async Task An_answer_is_never_kept_and_never_taken_for_something_else()
    {
        foreach (var answer in new[] { await gateway.Client.Get(gateway.Conversations), await gateway.Client.Get("/nothing") })
        {
            Assert.Equal(("no-store", "nosniff"), (answer.Headers["Cache-Control"], answer.Headers["X-Content-Type-Options"]));
            Assert.False(answer.Headers.ContainsKey("Server"));
        }
    }

    [Fact]
    public async Task Health_says_what_the_gateway_is_for_and_asks_nobody()
    {
        using var anybody = gateway.ClientWithoutToken();
        var health = (await anybody.Get("/healthz")).Expect(200);
        Assert.Equal("ok", health["status"]);
        Assert.Equal(["Twilio", "Telnyx", "Sunshine"], health.Json!.Value.GetProperty("providers").EnumerateArray().Select(provider => provider.GetString()));
        Assert.Equal(("False", "True", "True"), (health["sandbox"], health["allowWrite"], health["allowDestructive"]));
        Assert.Empty(gateway.Arrived);
    }
}
