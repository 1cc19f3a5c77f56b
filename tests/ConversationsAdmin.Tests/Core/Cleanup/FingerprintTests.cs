using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>What shows that a conversation changed: nothing does where nothing changed, whatever the provider; and what is used or changed shows it.</summary>
public sealed class FingerprintTests
{
    private static readonly SandboxOptions Small = new() { Conversations = 60 };

    public static TheoryData<CleanupCriteria> AnyCriteria => new()
    {
        new CleanupCriteria { Name = ["*"] },
        new CleanupCriteria { CreatedBefore = DateTimeOffset.UtcNow },
        new CleanupCriteria { LastMessageBefore = DateTimeOffset.UtcNow },
    };

    [Theory]
    [MemberData(nameof(AnyCriteria), DisableDiscoveryEnumeration = true)]
    public async Task What_did_not_change_is_removed_at_every_provider(CleanupCriteria criteria)
    {
        foreach (var (session, scope) in Providers())
        {
            using (session)
            {
                var plan = await new CleanupPlanner(session, scope, criteria, 8, null).MakeAsync(CancellationToken.None);
                Assert.True(plan.ItemCount > 2, $"{scope.ResourceType}: {plan.ItemCount}");
                await using var run = await PlanRun.OpenAsync(session, plan, new PlanSteps(), null);
                foreach (var item in plan.Items)
                {
                    var outcome = (await run.RunAsync(item, CancellationToken.None, () => true)).Outcome;
                    Assert.True(outcome is { Status: RemovalStatus.Removed }, $"{scope.ResourceType} {item.Target}: {outcome.Status} {outcome.Message}");
                }
            }
        }
    }

    [Fact]
    public async Task A_used_conversation_of_each_provider_is_left_alone()
    {
        var twilio = new TwilioSandbox(Small);
        using var session = Connect.To(twilio);
        await AssertSkippedAsync(session, ScopeOf(twilio), item => item.State == "active", (path, item) =>
            SendAsync(twilio, "POST", $"https://conversations.twilio.com/v1/Services/{item.ServiceSid}/Conversations/{item.Target}/Messages", "Body=Hello", "application/x-www-form-urlencoded", Basic(twilio.AccountSid, twilio.AuthToken)));

        var telnyx = new TelnyxSandbox(Small);
        using var other = ProviderSessions.To(telnyx);
        await AssertSkippedAsync(other, ScopeOf(telnyx), _ => true, (path, item) =>
            SendAsync(telnyx, "POST", $"https://api.telnyx.com/v2/ai/conversations/{item.Target}/message", """{"role":"user","content":"Hello"}""", "application/json", "Bearer " + telnyx.ApiKey));

        var sunshine = new SunshineSandbox(Small);
        using var third = ProviderSessions.To(sunshine);
        await AssertSkippedAsync(third, ScopeOf(sunshine), _ => true, (path, item) =>
            SendAsync(sunshine, "POST", $"https://api.smooch.io/v2/apps/{item.AppId}/conversations/{item.Target}/messages", """{"author":{"type":"business"},"content":{"type":"text","text":"Hello"}}""", "application/json", Basic(sunshine.KeyId, sunshine.KeySecret)));
    }

    [Theory]
    [InlineData("""{"a":1,"b":[1,{"c":"ü","d":null}]}""", """{ "b" : [ 1, { "d":null, "c":"\u00fc" } ], "a" : 1 }""", true)]
    [InlineData("""{"a":1}""", """{"a":2}""", false)]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", false)]
    [InlineData("""{"a":null}""", "{}", false)]
    [InlineData("""{"a":"1"}""", """{"a":1}""", false)]
    public async Task The_order_of_metadata_shows_nothing_and_its_values_do(string before, string after, bool isSame)
    {
        var metadata = before;
        var row = $$$"""{"id":"{{{ProviderSessions.TelnyxConversationId}}}","created_at":"2026-01-01T00:00:00Z","last_message_at":null,"name":"n","metadata":METADATA}""";
        using var server = new Wire.WireServer(request => Wire.WireAnswer.Json(200, request.Method == "DELETE" ? "{}"
            : request.Path.EndsWith("conversations", StringComparison.Ordinal) ? $$"""{"data":[{{(request.Number > 1 ? "" : row.Replace("METADATA", metadata, StringComparison.Ordinal))}}]}"""
            : $$"""{"data":{{row.Replace("METADATA", metadata, StringComparison.Ordinal)}}}"""));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var plan = await new CleanupPlanner(session, new CleanupScope { ResourceType = "TelnyxConversation" }, new CleanupCriteria { Name = ["n"] }, 1, null).MakeAsync(CancellationToken.None);
        metadata = after;
        var outcome = (await (await PlanRun.OpenAsync(session, plan, new PlanSteps(), null)).RunAsync(Assert.Single(plan.Items), CancellationToken.None, () => true)).Outcome;
        Assert.Equal(isSame ? RemovalStatus.Removed : RemovalStatus.Skipped, outcome.Status);
    }

    [Theory]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"\ud83d":1}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("[1,2]")]
    [InlineData("1e400")]
    [InlineData("\"text\"")]
    public async Task Metadata_of_any_form_cost_no_plan(string metadata)
    {
        var row = $$$"""{"id":"{{{ProviderSessions.TelnyxConversationId}}}","created_at":"2026-01-01T00:00:00Z","last_message_at":null,"name":"n","metadata":{{{metadata}}}}""";
        using var server = new Wire.WireServer(request => Wire.WireAnswer.Json(200, request.Path.EndsWith("conversations", StringComparison.Ordinal)
            ? $$"""{"data":[{{(request.Number > 1 ? "" : row)}}]}"""
            : $$"""{"data":{{row}}}"""));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var plan = await new CleanupPlanner(session, new CleanupScope { ResourceType = "TelnyxConversation" }, new CleanupCriteria { Name = ["n"] }, 1, null).MakeAsync(CancellationToken.None);
        Assert.Single(plan.Items);
    }

    [Fact]
    public async Task Each_change_shows()
    {
        var changes = new Dictionary<string, Action<ConversationRow>>
        {
            ["it was active, and is closed"] = row => row.State = "closed",
            ["it was updated at 2026-01-05"] = row => row.Updated = "2026-01-05T00:00:00Z",
            ["its last message is of 2026-04-01"] = row => row.Said("2026-04-01T00:00:00Z"),
            ["its fields or those who take part"] = row => row.FriendlyName = "Other",
            ["not the same."] = row => row.UniqueName = "other",
            ["are not the same"] = row => row.Attributes = """{"a":1}""",
        };
        foreach (var (expected, change) in changes)
        {
            using var server = new ConversationServer(new ConversationRow(1));
            var plan = await server.PlanAsync(new CleanupCriteria { Name = ["*"] });
            change(server.Rows[0]);
            var outcome = Assert.Single(await server.RunAsync(plan));
            Assert.Equal((RemovalStatus.Skipped, 0, null), (outcome.Status, outcome.Attempts, outcome.Error));
            Assert.StartsWith("Changed since the plan was made: ", outcome.Message, StringComparison.Ordinal);
            Assert.Contains(expected, outcome.Message, StringComparison.Ordinal);
            Assert.Empty(server.Writes);
        }
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("active")]
    public async Task Who_joined_since_shows_where_nobody_took_part(string state)
    {
        using var server = new ConversationServer(new ConversationRow(1) { State = state });
        var plan = await server.PlanAsync(new CleanupCriteria { NoParticipant = true });
        server.Rows[0].With("ann");
        Assert.Equal(RemovalStatus.Skipped, Assert.Single(await server.RunAsync(plan)).Status);
    }

    [Fact]
    public async Task The_same_fields_of_another_conversation_are_another_fingerprint()
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2));
        var plan = await server.PlanAsync(new CleanupCriteria { Name = ["*"] });
        Assert.NotEqual(plan.Items[0].Fingerprint, plan.Items[1].Fingerprint);
    }

    private static async Task AssertSkippedAsync(ProviderSession session, CleanupScope scope, Func<CleanupPlanItem, bool> which, Func<string, CleanupPlanItem, Task> use)
    {
        var plan = await new CleanupPlanner(session, scope, new CleanupCriteria { Name = ["*"] }, 8, null).MakeAsync(CancellationToken.None);
        var item = plan.Items.First(which);
        await use(scope.ResourceType, item);
        var outcome = (await (await PlanRun.OpenAsync(session, plan, new PlanSteps(), null)).RunAsync(item, CancellationToken.None, () => true)).Outcome;
        Assert.True(outcome is { Status: RemovalStatus.Skipped }, $"{scope.ResourceType}: {outcome.Status}");
    }

    private static async Task SendAsync(SandboxServer server, string method, string address, string body, string type, string authorization)
    {
        using var client = new HttpClient(server.CreateHandler());
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent(body, System.Text.Encoding.UTF8, type) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Basic(string user, string secret) => "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{secret}"));

    private static IEnumerable<(ProviderSession Session, CleanupScope Scope)> Providers()
    {
        var twilio = new TwilioSandbox(Small);
        yield return (Connect.To(twilio), ScopeOf(twilio));
        yield return (Connect.To(twilio), new CleanupScope { ResourceType = "ProxySession", Container = twilio.ProxyServiceSid });
        var telnyx = new TelnyxSandbox(Small);
        yield return (ProviderSessions.To(telnyx), ScopeOf(telnyx));
        var sunshine = new SunshineSandbox(Small);
        yield return (ProviderSessions.To(sunshine), ScopeOf(sunshine));
    }

    private static CleanupScope ScopeOf(TwilioSandbox server) => new() { ResourceType = "ConvConversation", Container = server.DefaultServiceSid };

    private static CleanupScope ScopeOf(TelnyxSandbox _) => new() { ResourceType = "TelnyxConversation" };

    private static CleanupScope ScopeOf(SunshineSandbox server) => new() { ResourceType = "SunshineConversation", Container = server.AppId, UserIds = [server.SampleUserId] };
}
