using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class ScopedWebhookTests
{
    private const string Url = "Configuration.Url";
    private const string Method = "Configuration.Method";
    private const string Filters = "Configuration.Filters";
    private const string Triggers = "Configuration.Triggers";
    private const string FlowSid = "Configuration.FlowSid";
    private const string ReplayAfter = "Configuration.ReplayAfter";
    private const string Flow = "FWaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly (string, string)[] Webhook =
        [("Target", "webhook"), (Url, "https://example.com"), (Filters, "onMessageAdded")];

    private static readonly (string, string)[] Trigger =
        [("Target", "trigger"), (Url, "https://example.com"), (Triggers, "help")];

    private static readonly (string, string)[] Studio = [("Target", "studio"), (FlowSid, Flow)];

    private static (string, string)[] Named(string target) => target switch
    {
        "webhook" => Webhook,
        "trigger" => Trigger,
        _ => Studio,
    };

    [Fact]
    public async Task A_webhook_calls_an_address_on_events()
    {
        using var client = SandboxClient.Empty(new ManualTime());
        var conversation = await client.NewConversation();
        var created = (await client.Post(
            client.Webhooks(conversation),
            [.. Webhook, (Filters, "onConversationRemoved"), (Method, "GET"), (ReplayAfter, "7")])).Expect(HttpStatusCode.Created);
        var path = $"{client.Webhooks(conversation)}/{created.Text("sid")}";
        Assert.Equal(
            [
                "account_sid", "chat_service_sid", "conversation_sid", "sid", "target", "configuration", "date_created", "date_updated", "url",
            ],
            created.Json.EnumerateObject().Select(property => property.Name));
        Assert.Matches("^WH[0-9a-f]{32}$", created.Text("sid"));
        Assert.Equal(client.Server.AccountSid, created.Text("account_sid"));
        Assert.Equal(client.Server.DefaultServiceSid, created.Text("chat_service_sid"));
        Assert.Equal((conversation, "webhook"), (created.Text("conversation_sid"), created.Text("target")));
        Assert.Equal(
            """{"url":"https://example.com","method":"get","filters":["onMessageAdded","onConversationRemoved"]}""",
            created.Json.GetProperty("configuration").GetRawText());
        Assert.Equal(("2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z"), (created.Text("date_created"), created.Text("date_updated")));
        Assert.Equal($"https://conversations.twilio.com{path}", created.Text("url"));
        Assert.Equal(created.Body, (await client.Get(path)).Expect(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task A_trigger_shows_its_keywords_as_filters()
    {
        using var client = SandboxClient.Empty();
        var created = await client.Post(client.Webhooks(await client.NewConversation()), [.. Trigger, (Triggers, "agent, please")]);
        Assert.Equal(
            """{"url":"https://example.com","method":"post","filters":["help","agent, please"]}""",
            created.Expect(HttpStatusCode.Created).Json.GetProperty("configuration").GetRawText());
    }

    [Fact]
    public async Task A_studio_webhook_shows_its_flow_alone()
    {
        using var client = SandboxClient.Empty();
        var created = await client.Post(client.Webhooks(await client.NewConversation()), [.. Studio, (ReplayAfter, "0")]);
        Assert.Equal(
            $$"""{"flow_sid":"{{Flow}}"}""",
            created.Expect(HttpStatusCode.Created).Json.GetProperty("configuration").GetRawText());
    }

    [Theory]
    [InlineData("webhook", Url, 50369)]
    [InlineData("webhook", Filters, 50370)]
    [InlineData("webhook", "Target", 50368)]
    [InlineData("trigger", Url, 50369)]
    [InlineData("trigger", Triggers, 50371)]
    [InlineData("studio", FlowSid, 50367)]
    public async Task Each_target_needs_its_fields(string target, string missing, int code)
    {
        using var client = SandboxClient.Empty();
        var webhooks = client.Webhooks(await client.NewConversation());
        var fields = Named(target).Where(field => field.Item1 != missing).ToArray();
        Assert.Contains(missing, (await client.Post(webhooks, fields)).Refused(400, code).Message);
        Assert.Empty((await client.Get(webhooks)).Items());
    }

    [Theory]
    [InlineData("webhook", Triggers, "help")]
    [InlineData("webhook", FlowSid, Flow)]
    [InlineData("trigger", Filters, "onMessageAdded")]
    [InlineData("trigger", FlowSid, Flow)]
    [InlineData("studio", Url, "https://example.com")]
    [InlineData("studio", Method, "post")]
    [InlineData("studio", Filters, "onMessageAdded")]
    [InlineData("studio", Triggers, "help")]
    public async Task A_target_takes_no_field_of_another(string target, string field, string value)
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var refusal = (await client.Post(client.Webhooks(conversation), [.. Named(target), (field, value)])).Refused(400, 20001);
        Assert.Contains(field, refusal.Message);
        var existing = $"{client.Webhooks(conversation)}/{await client.NewWebhook(conversation, Named(target))}";
        (await client.Post(existing, (field, value))).Refused(400, 20001);
    }

    [Theory]
    [InlineData("Target", "autopilot", 50364)]
    [InlineData("Target", "Webhook", 50364)]
    [InlineData(Url, "example.com", 20001)]
    [InlineData(Url, "ftp://example.com", 20001)]
    [InlineData(Method, "put", 20001)]
    [InlineData(Filters, "messages", 50365)]
    [InlineData(ReplayAfter, "-1", 20001)]
    public async Task A_value_of_the_wrong_form_is_refused(string field, string value, int code)
    {
        using var client = SandboxClient.Empty();
        var fields = Webhook.Where(given => given.Item1 != field).Append((field, value)).ToArray();
        Assert.Contains(field, (await client.Post(client.Webhooks(await client.NewConversation()), fields)).Refused(400, code).Message);
    }

    [Fact]
    public async Task An_address_has_at_most_512_characters()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        string Address(int length) => "https://example.com/".PadRight(length, 'x');
        (string, string)[] With(int length) => [("Target", "webhook"), (Url, Address(length)), (Filters, "onMessageAdded")];
        (await client.Post(client.Webhooks(conversation), With(513))).Refused(400, 50372);
        var sid = await client.NewWebhook(conversation, With(512));
        (await client.Post($"{client.Webhooks(conversation)}/{sid}", (Url, Address(513)))).Refused(400, 50372);
    }

    [Fact]
    public async Task A_trigger_has_at_most_five_keywords_of_248_characters()
    {
        using var client = SandboxClient.Empty();
        var webhooks = client.Webhooks(await client.NewConversation());
        (string, string)[] Keywords(int count) => [.. Enumerable.Range(1, count).Select(number => (Triggers, $"word {number}"))];
        (await client.Post(webhooks, [.. Trigger, .. Keywords(5)])).Refused(400, 50362);
        (await client.Post(webhooks, [.. Trigger, .. Keywords(4)])).Expect(HttpStatusCode.Created);
        (await client.Post(webhooks, [.. Trigger, (Triggers, "")])).Refused(400, 50366);
        (await client.Post(webhooks, [.. Trigger, (Triggers, new string('x', 249))])).Refused(400, 50366);
        (await client.Post(webhooks, [.. Trigger, (Triggers, new string('x', 248))])).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_flow_is_named_by_its_sid()
    {
        using var client = SandboxClient.Empty();
        (await client.Post(client.Webhooks(await client.NewConversation()), ("Target", "studio"), (FlowSid, "FW1"))).Refused(400, 50367);
    }

    [Fact]
    public async Task A_conversation_has_at_most_five_webhooks()
    {
        using var client = SandboxClient.Empty();
        var (conversation, other) = (await client.NewConversation(), await client.NewConversation());
        for (var number = 0; number < 5; number++)
            await client.NewWebhook(conversation, Webhook);
        (await client.Post(client.Webhooks(conversation), Studio)).Refused(400, 50361);
        await client.NewWebhook(other, Studio);
        var page = await client.Get(client.Webhooks(conversation));
        Assert.Equal(("webhooks", 5), (page.Meta("key"), page.Json.GetProperty("meta").GetProperty("page_size").GetInt32()));
        Assert.Equal(5, page.Items().Length);
        (await client.Delete($"{client.Webhooks(conversation)}/{page.Sids()[0]}")).Expect(HttpStatusCode.NoContent);
        await client.NewWebhook(conversation, Studio);
    }

    [Fact]
    public async Task Pages_hold_at_most_five()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        for (var number = 0; number < 5; number++)
            await client.NewWebhook(conversation, Webhook);
        Assert.Equal(5, (await client.All(client.Webhooks(conversation) + "?PageSize=2")).Count);
        (await client.Get(client.Webhooks(conversation) + "?PageSize=6")).Refused(400, 20001);
    }

    [Fact]
    public async Task An_update_replaces_what_it_names()
    {
        var time = new ManualTime();
        using var client = SandboxClient.Empty(time);
        var conversation = await client.NewConversation();
        var path = $"{client.Webhooks(conversation)}/{await client.NewWebhook(conversation, [.. Trigger, (Triggers, "agent")])}";
        time.Advance(TimeSpan.FromSeconds(1));
        var updated = (await client.Post(path, (Triggers, "refund"), (Method, "get"))).Expect(HttpStatusCode.OK);
        Assert.Equal(
            """{"url":"https://example.com","method":"get","filters":["refund"]}""",
            updated.Json.GetProperty("configuration").GetRawText());
        Assert.Equal(("2026-03-01T12:00:00Z", "2026-03-01T12:00:01Z"), (updated.Text("date_created"), updated.Text("date_updated")));
        Assert.Equal(updated.Body, (await client.Get(path)).Body);
        (await client.Post(path, ("Target", "studio"))).Refused(400, 20001);
        (await client.Post(path, (ReplayAfter, "1"))).Refused(400, 20001);
    }

    [Fact]
    public async Task A_webhook_is_deleted_once_and_goes_with_its_conversation()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var path = $"{client.Webhooks(conversation)}/{await client.NewWebhook(conversation, Studio)}";
        Assert.Empty((await client.Delete(path)).Expect(HttpStatusCode.NoContent).Body);
        Assert.EndsWith(path + ".", (await client.Delete(path)).Refused(404, 20404).Message);
        var second = $"{client.Webhooks(conversation)}/{await client.NewWebhook(conversation, Studio)}";
        await client.Delete($"{client.Conversations}/{conversation}");
        (await client.Get(second)).Refused(404, 20404);
    }

    [Fact]
    public async Task A_conversation_that_is_not_open_takes_no_webhook()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var path = $"{client.Webhooks(conversation)}/{await client.NewWebhook(conversation, Webhook)}";
        await client.Post($"{client.Conversations}/{conversation}", ("State", "closed"));
        (await client.Post(client.Webhooks(conversation), Webhook)).Refused(400, 50377);
        (await client.Post(path, (Method, "get"))).Refused(400, 50377);
        (await client.Delete(path)).Expect(HttpStatusCode.NoContent);
        var initializing = await client.NewConversation(("State", "initializing"));
        (await client.Post(client.Webhooks(initializing), Webhook)).Refused(400, 50386);
    }

    [Fact]
    public async Task Writing_webhooks_has_no_budget_and_no_webhook_header()
    {
        using var client = SandboxClient.Empty(new ManualTime(), new() { WriteLimitPerSecond = 1 });
        var conversation = await client.NewConversation();
        for (var number = 0; number < 3; number++)
            await client.NewWebhook(conversation, Webhook);
        (await client.SendWithWebhookHeader(HttpMethod.Post, client.Webhooks(conversation))).Refused(400, 20001);
        var path = $"{client.Webhooks(conversation)}/{(await client.Get(client.Webhooks(conversation))).Sids()[0]}";
        (await client.SendWithWebhookHeader(HttpMethod.Post, path)).Refused(400, 20001);
        (await client.SendWithWebhookHeader(HttpMethod.Delete, path)).Refused(400, 20001);
    }
}
