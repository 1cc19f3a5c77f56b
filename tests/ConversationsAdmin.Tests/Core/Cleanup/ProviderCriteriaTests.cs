using System.Text.Json;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>Criteria that each provider answers in its own way, against the sandbox and what it lists of each conversation.</summary>
public sealed class ProviderCriteriaTests
{
    private static readonly SandboxOptions Small = new() { Conversations = 80 };
    private static readonly CleanupCriteria Everything = new() { Name = ["*"] };

    [Fact]
    public async Task Nobody_takes_part_in_what_is_found_without_a_participant()
    {
        var twilio = new TwilioSandbox(new SandboxOptions { Conversations = 1000 });
        using (var session = Connect.To(twilio))
        {
            await AssertFoundAsync(session, SessionsOf(twilio), new CleanupCriteria { NoParticipant = true }, item =>
                CountAsync(session, ProxyParticipantResource.List, ("ServiceSid", item.ProxyServiceSid), ("SessionSid", item.SessionSid)));
        }

        var sunshine = new SunshineSandbox(Small);
        using var other = ProviderSessions.To(sunshine);
        await AssertFoundAsync(other, ConversationsOf(sunshine), new CleanupCriteria { NoParticipant = true }, item =>
            CountAsync(other, SunshineParticipantResource.List, ("appId", item.AppId), ("conversationId", item.ConversationId)));
    }

    [Fact]
    public async Task Nothing_was_said_in_what_is_found_without_a_message()
    {
        var telnyx = new TelnyxSandbox(Small);
        using (var session = ProviderSessions.To(telnyx))
        {
            await session.SendAsync(TelnyxConversationResource.Create, ("name", "Silent"));
            var found = await AssertFoundAsync(session, new CleanupScope { ResourceType = "TelnyxConversation" }, new CleanupCriteria { NoMessage = true }, item =>
                CountAsync(session, TelnyxConversationMessageResource.List, ("conversation_id", item.ConversationId)));
            Assert.Contains(found, item => item.Name == "Silent");
        }

        var sunshine = new SunshineSandbox(Small);
        using var other = ProviderSessions.To(sunshine);
        await other.SendAsync(
            SunshineConversationResource.Create,
            ("appId", sunshine.AppId),
            ("type", "sdkGroup"),
            ("displayName", "Silent"),
            ("participants", new[] { $$"""{"userId":"{{sunshine.SampleUserId}}","subscribeSDKClient":false}""" }));
        var silent = await AssertFoundAsync(other, ConversationsOf(sunshine), new CleanupCriteria { NoMessage = true }, item =>
            CountAsync(other, SunshineMessageResource.List, ("appId", item.AppId), ("conversationId", item.ConversationId)));
        Assert.Contains(silent, item => item.Name == "Silent");
    }

    [Fact]
    public async Task Sessions_without_an_interaction_have_none()
    {
        var twilio = new TwilioSandbox(new SandboxOptions { Conversations = 1000 });
        using var session = Connect.To(twilio);
        var plan = await MakeAsync(session, SessionsOf(twilio), new CleanupCriteria { NoMessage = true });
        Assert.InRange(plan.ItemCount, 1, plan.Listed - 1);
        foreach (var item in plan.Items)
        {
            Assert.Equal(0, await CountAsync(session, ProxyInteractionResource.List, ("ServiceSid", item.ProxyServiceSid), ("SessionSid", item.SessionSid)));
        }
    }

    [Fact]
    public async Task The_newest_session_and_conversation_of_each_is_kept()
    {
        var twilio = new TwilioSandbox(new SandboxOptions { Conversations = 1000 });
        using (var session = Connect.To(twilio))
        {
            await AssertNewestKeptAsync(session, SessionsOf(twilio), item =>
                TextsAsync(session, ProxyParticipantResource.List, "identifier", ("ServiceSid", item.ProxyServiceSid), ("SessionSid", item.SessionSid)));
        }

        var sunshine = new SunshineSandbox(Small);
        using var other = ProviderSessions.To(sunshine);
        await AssertNewestKeptAsync(other, ConversationsOf(sunshine), item =>
            TextsAsync(other, SunshineParticipantResource.List, "userId", ("appId", item.AppId), ("conversationId", item.ConversationId)));
    }

    [Fact]
    public async Task Of_telnyx_the_end_user_tells_and_where_nothing_does_it_is_kept()
    {
        var metadata = new[] { """{"telnyx_end_user_target":"+15550001"}""", """{"telnyx_end_user_target":"+15550001"}""", """{"telnyx_end_user_target":""}""", "{}", "null", "[1]" };
        using var server = new WireServer(request => WireAnswer.Json(200, $$"""{"data":[{{(request.Number > 1 ? "" : string.Join(",", metadata.Select(Row)))}}]}"""));
        using var session = ProviderSessions.To(Api.Telnyx, server.Address);
        var plan = await MakeAsync(session, new CleanupScope { ResourceType = "TelnyxConversation" }, new CleanupCriteria { KeepNewest = 1 });
        Assert.Equal([TelnyxRows.Id(0)], plan.Items.Select(item => item.Target));
        Assert.Equal(6, plan.Listed);

        static string Row(string metadata, int number) =>
            $$"""{"id":"{{TelnyxRows.Id(number)}}","created_at":"2026-01-0{{number + 1}}T00:00:00Z","last_message_at":null,"name":"n","metadata":{{metadata}}}""";
    }

    [Fact]
    public async Task The_participants_of_a_kept_conversation_may_be_on_several_pages()
    {
        using var server = new ConversationServer(new ConversationRow(1), new ConversationRow(2));
        server.Instead = request => !request.Path.EndsWith("/Participants", StringComparison.Ordinal) ? null
            : request.Query.Contains("Page=1", StringComparison.Ordinal) ? Page("bob", null) : Page("ann", $"{new Uri("https://conversations.twilio.com")}{request.Path[1..]}?Page=1&PageToken=t");
        Assert.Single(await server.FindAsync(new CleanupCriteria { KeepNewest = 1 }));
        Assert.Equal(4, server.Requests.Count(request => request.Path.EndsWith("/Participants", StringComparison.Ordinal)));

        static WireAnswer Page(string identity, string? next) => WireAnswer.Json(
            200, $$"""{"meta":{"key":"participants","next_page_url":{{JsonSerializer.Serialize(next)}}},"participants":[{"sid":"MB1","identity":"{{identity}}"}]}""");
    }

    private static async Task<IReadOnlyList<CleanupPlanItem>> AssertFoundAsync(
        ProviderSession session, CleanupScope scope, CleanupCriteria criteria, Func<CleanupPlanItem, Task<int>> count)
    {
        var all = await MakeAsync(session, scope, Everything);
        var expected = new List<string>();
        foreach (var item in all.Items)
        {
            if (await count(item) == 0)
            {
                expected.Add(item.Target);
            }
        }

        var found = await MakeAsync(session, scope, criteria);
        Assert.True(expected.Count < all.ItemCount, $"{scope.ResourceType}: {expected.Count} of {all.ItemCount}");
        Assert.Equal(expected, found.Items.Select(item => item.Target));
        return found.Items;
    }

    private static async Task AssertNewestKeptAsync(ProviderSession session, CleanupScope scope, Func<CleanupPlanItem, Task<IReadOnlyList<string>>> participants)
    {
        var all = await MakeAsync(session, scope, Everything);
        var old = await MakeAsync(session, scope, new CleanupCriteria { KeepNewest = 1 });
        Assert.NotEmpty(old.Items);
        var planned = old.Items.Select(item => item.Target).ToHashSet();
        var activities = new List<(string Participant, CleanupPlanItem Item)>();
        foreach (var item in all.Items)
        {
            activities.AddRange((await participants(item)).Select(participant => (participant, item)));
        }

        foreach (var own in activities.GroupBy(activity => activity.Participant, activity => activity.Item))
        {
            var newest = own.Max(LastActivity);
            Assert.Contains(own, item => LastActivity(item) == newest && !planned.Contains(item.Target));
        }

        static DateTimeOffset? LastActivity(CleanupPlanItem item) => new[] { item.DateCreated, item.DateUpdated, item.LastMessageAt }.Max();
    }

    private static Task<CleanupPlan> MakeAsync(ProviderSession session, CleanupScope scope, CleanupCriteria criteria) =>
        new CleanupPlanner(session, scope, criteria, 8, null).MakeAsync(CancellationToken.None);

    private static async Task<int> CountAsync(ProviderSession session, Operation list, params (string Name, object? Value)[] values) =>
        (await session.AllAsync(Requests.Of(list, values), (_, _) => 1)).Count;

    private static async Task<IReadOnlyList<string>> TextsAsync(ProviderSession session, Operation list, string field, params (string Name, object? Value)[] values) =>
        await session.AllAsync(Requests.Of(list, values), (json, _) => json.GetProperty(field).GetString()!);

    private static CleanupScope SessionsOf(TwilioSandbox server) => new() { ResourceType = "ProxySession", Container = server.ProxyServiceSid };

    private static CleanupScope ConversationsOf(SunshineSandbox server) =>
        new() { ResourceType = "SunshineConversation", Container = server.AppId, UserIds = [server.SampleUserId] };
}
