using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Answers of Proxy, Telnyx and Sunshine over a socket: what is new, missing, null or odd is read, and what a removal relies on is demanded.</summary>
public sealed class ProviderReadingTests
{
    private const string Id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    private const string HexId = "5df13ecb7d6e9c0f3a4b1c2d";
    private const string AppId = "5f0a1b2c3d4e5f6071829304";
    private const string SessionSid = "KC00000000000000000000000000000001";
    private const string ServiceSid = "KS00000000000000000000000000000002";

    [Fact]
    public async Task What_is_missing_is_null_and_no_reason_to_fail()
    {
        var session = await ProxySessionAsync(Session());
        Assert.Equal((SessionSid, ServiceSid), (session.SessionSid, session.ProxyServiceSid));
        Assert.Equal(
            (null, null, null, null, null),
            ((string?)session.Status, (long?)session.Ttl, (DateTimeOffset?)session.DateCreated, (DateTimeOffset?)session.DateExpiry, (Uri?)session.Url));
        Assert.Empty(session.Links);

        var conversation = await TelnyxConversationAsync(Conversation());
        Assert.Equal((Id, null, null, null), (conversation.ConversationId, conversation.Name, conversation.CreatedAt, conversation.MetadataJson));
        Assert.Empty(conversation.AdditionalProperties);

        var chat = await SunshineConversationAsync(Chat());
        Assert.Equal((HexId, AppId, null, null), (chat.ConversationId, chat.AppId, chat.IsDefault, chat.ActiveSwitchboardIntegration));

        var message = Assert.Single(await MessagesAsync("{}"));
        Assert.Equal((Id, null, null, null), (message.ConversationId, message.Role, message.Text, message.SentAt));
        Assert.Empty(message.ToolCalls);

        var insight = Assert.Single(await InsightsAsync("{}"));
        Assert.Equal((Id, null), (insight.ConversationId, insight.ConversationInsightId));
        Assert.Empty(insight.Results);
    }

    [Fact]
    public async Task What_is_null_is_as_what_is_missing()
    {
        var session = await ProxySessionAsync(Session(""","status":null,"date_expiry":null,"ttl":null,"url":null,"links":null"""));
        Assert.Equal((null, null, null), ((string?)session.Status, session.DateExpiry, session.Ttl));
        Assert.Empty(session.Links);

        var conversation = await TelnyxConversationAsync(Conversation(""","name":null,"last_message_at":null,"metadata":null"""));
        Assert.Equal((null, null, null), (conversation.Name, conversation.LastMessageAt, conversation.MetadataJson));
        Assert.True(conversation.Metadata is null or { Count: 0 });

        var chat = await SunshineConversationAsync(Chat(""","metadata":null,"displayName":null,"iconUrl":null,"isDefault":null,"businessLastRead":null,"activeSwitchboardIntegration":null"""));
        Assert.Equal((null, null, null, null), (chat.MetadataJson, chat.DisplayName, chat.IconUrl, chat.BusinessLastRead));
        Assert.True(chat.Metadata is null or { Count: 0 });

        Assert.Empty(Assert.Single(await MessagesAsync("""{"role":null,"text":null,"tool_calls":null,"metadata":null}""")).ToolCalls);
        Assert.Empty(Assert.Single(await InsightsAsync("""{"conversation_insights":null,"status":null}""")).Results);
    }

    [Fact]
    public async Task What_this_version_does_not_know_is_kept()
    {
        const string future = ""","future":{"a":[1,"b"]}""";
        var read = new Resource[]
        {
            await ProxySessionAsync(Session(future)),
            await TelnyxConversationAsync(Conversation(future)),
            await SunshineConversationAsync(Chat(future)),
            Assert.Single(await MessagesAsync("{" + future[1..] + "}")),
            Assert.Single(await InsightsAsync("{" + future[1..] + "}")),
        };
        Assert.All(read, resource => Assert.Equal(["future"], resource.AdditionalProperties.Keys));

        var message = Assert.Single(await MessagesAsync("""{"tool_calls":[{"id":"c","later":1,"function":{"name":"f","arguments":"{}"}}]}"""));
        Assert.Equal(("f", 1L), (message.ToolCalls[0].FunctionName, message.ToolCalls[0].AdditionalProperties!["later"]));
        var insight = Assert.Single(await InsightsAsync("""{"conversation_insights":[{"insight_id":"i","result":"r","later":"x"}]}"""));
        Assert.Equal("x", insight.Results[0].AdditionalProperties!["later"]);
    }

    [Fact]
    public async Task Odd_types_are_read_as_far_as_they_can_be()
    {
        var session = await ProxySessionAsync(Session(""","ttl":"60","status":7,"links":[]"""));
        Assert.Equal((null, "7"), (session.Ttl, session.Status));

        var conversation = await TelnyxConversationAsync(Conversation(""","name":5,"metadata":[1]"""));
        Assert.Equal(("5", "[1]"), (conversation.Name, conversation.MetadataJson));
        Assert.Null(conversation.Metadata);

        var message = Assert.Single(await MessagesAsync("""{"text":{"a":1},"tool_calls":[7,{"function":"f"}],"metadata":"later"}"""));
        Assert.Equal("""{"a":1}""", message.Text);
        Assert.Null(Assert.Single(message.ToolCalls).FunctionName);

        var insight = Assert.Single(await InsightsAsync("""{"id":9,"conversation_insights":{"a":1}}"""));
        Assert.Equal("9", insight.ConversationInsightId);
        Assert.Empty(insight.Results);

        var chat = await SunshineConversationAsync(Chat(""","isDefault":"true","iconUrl":"icon.png","activeSwitchboardIntegration":"zd" """));
        Assert.Equal((null, null, null), (chat.IsDefault, chat.IconUrl, chat.ActiveSwitchboardIntegration));
    }

    [Fact]
    public async Task Dates_are_in_utc_whatever_zone_they_came_in()
    {
        var expected = new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
        var conversation = await TelnyxConversationAsync(Conversation(""","created_at":"2026-01-31T12:00:00+02:00" """));
        Assert.Equal((expected, TimeSpan.Zero), (conversation.CreatedAt!.Value, conversation.CreatedAt.Value.Offset));
        var chat = await SunshineConversationAsync(Chat(""","createdAt":"2026-01-31T10:00:00.000Z" """));
        Assert.Equal(expected, chat.CreatedAt);
        var session = await ProxySessionAsync(Session(""","date_created":"2026-01-31T10:00:00Z" """));
        Assert.Equal(expected, session.DateCreated);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"sid":null,"service_sid":null}""")]
    [InlineData("""{"id":"","sid":"","service_sid":""}""")]
    public async Task What_has_no_identifier_is_refused(string json)
    {
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => ProxySessionAsync(json));
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => TelnyxConversationAsync(json));
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => SunshineConversationAsync(json));
    }

    // A date that is none must not become null: in PowerShell that is older than any.
    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("1769853600")]
    [InlineData("\"2026-13-01T00:00:00Z\"")]
    [InlineData("true")]
    public async Task A_date_that_is_none_is_refused(string date)
    {
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => ProxySessionAsync(Session($",\"date_created\":{date}")));
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => TelnyxConversationAsync(Conversation($",\"last_message_at\":{date}")));
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => SunshineConversationAsync(Chat($",\"lastUpdatedAt\":{date}")));
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => MessagesAsync($"{{\"created_at\":{date}}}"));
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => InsightsAsync($"{{\"created_at\":{date}}}"));
    }

    private static string Session(string more = "") => $$"""{"sid":"{{SessionSid}}","service_sid":"{{ServiceSid}}" {{more}} }""";

    private static string Conversation(string more = "") => $$"""{"id":"{{Id}}" {{more}} }""";

    private static string Chat(string more = "") => $$"""{"id":"{{HexId}}" {{more}} }""";

    private static async Task<Twilio.ProxySession> ProxySessionAsync(string json)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, json));
        using var session = ProviderSession.Of(ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
        {
            Name = "Wire",
            Credential = new TwilioCredential(Connect.AccountSid, Connect.Secret, null),
            BaseUri = server.Address,
            ProxyBaseUri = server.Address,
            Retry = Connect.Quick,
        }));
        return await FetchAsync(session, ProxySessionResource.Fetch, ProxySessionResource.Read, ("ServiceSid", ServiceSid), ("Sid", SessionSid));
    }

    private static async Task<Telnyx.TelnyxConversation> TelnyxConversationAsync(string json)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, $"{{\"data\":{json}}}"));
        using var session = ToTelnyx(server);
        return await FetchAsync(session, TelnyxConversationResource.Fetch, TelnyxConversationResource.Read, ("conversation_id", Id));
    }

    private static async Task<Sunshine.SunshineConversation> SunshineConversationAsync(string json)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, $"{{\"conversation\":{json}}}"));
        using var session = ProviderSession.Of(ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
        {
            Name = "Wire",
            Credential = SunshineCredential.OfKey("app_key", Connect.Secret),
            BaseUri = server.Address,
            AppId = AppId,
            Retry = Connect.Quick,
        }));
        return await FetchAsync(
            session, SunshineConversationResource.Fetch, SunshineConversationResource.Read, ("appId", AppId), ("conversationId", HexId));
    }

    private static Task<List<Telnyx.TelnyxConversationMessage>> MessagesAsync(string row) =>
        ListAsync(row, TelnyxConversationMessageResource.List, TelnyxConversationMessageResource.Read);

    private static Task<List<Telnyx.TelnyxConversationInsight>> InsightsAsync(string row) =>
        ListAsync(row, TelnyxConversationInsightResource.List, TelnyxConversationInsightResource.Read);

    private static async Task<List<T>> ListAsync<T>(string row, Operation operation, ResourceReader<T> read)
    {
        const string meta = """{"page_number":1,"page_size":100,"total_pages":1,"total_results":1}""";
        using var server = WireServer.Answering(WireAnswer.Json(200, $"{{\"data\":[{row}],\"meta\":{meta}}}"));
        using var session = ToTelnyx(server);
        return await session.AllAsync(Requests.Of(operation, ("conversation_id", Id)), read);
    }

    private static ProviderSession ToTelnyx(WireServer server) => ProviderSession.Of(ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
    {
        Name = "Wire",
        Credential = new TelnyxCredential(Connect.Secret),
        BaseUri = server.Address,
        Retry = Connect.Quick,
    }));

    private static Task<T> FetchAsync<T>(ProviderSession session, Operation operation, ResourceReader<T> read, params (string Name, object? Value)[] values)
        where T : Resource => session.SendAsync(Requests.Of(operation, values), read, null, CancellationToken.None);
}
