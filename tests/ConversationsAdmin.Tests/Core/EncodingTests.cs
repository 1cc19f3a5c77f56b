using System.Text.Json;
using System.Web;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Tests.Core;

public sealed class EncodingTests : IDisposable
{
    private static readonly Operation JsonOperation = new()
    {
        Name = "CreateThing",
        ToolName = "create-thing",
        Summary = "Creates a thing.",
        Status = 201,
        Api = Api.TwilioConversations,
        Method = HttpMethod.Post,
        Path = "/v1/Things",
        Parameters =
        [
            new TextParameter("name", In.Body), new IntegerParameter("count", In.Body), new BooleanParameter("on", In.Body),
            new DateParameter("at", In.Body), new JsonTextParameter("data", In.Body, 100),
        ],
        Body = BodyEncoding.Json,
    };

    private readonly WireServer server = WireServer.Answering(WireAnswer.Json(200, "{}"));

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData("FriendlyName", "50% + a&b=c; Zoë 🙂 %2F\n")]
    [InlineData("UniqueName", "")]
    [InlineData("Attributes", """{"a b":"c+d"}""")]
    [InlineData("Bindings.Email.Address", "ada@example.com")]
    public async Task A_form_field_arrives_as_it_was_given(string name, string value)
    {
        var request = await SendAsync(ConversationResource.Update, ("Sid", Requests.ConversationSid), (name, value));
        Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        var form = HttpUtility.ParseQueryString(request.Body);
        Assert.Equal(name, Assert.Single(form.AllKeys));
        Assert.Equal(value, form[name]);
    }

    [Fact]
    public async Task Dots_in_the_names_of_fields_are_literal()
    {
        var request = await SendAsync(ConversationResource.Create, ("State", "active"), ("Timers.Inactive", "PT10M"), ("Timers.Closed", "P1D"));
        Assert.Equal(["State=active", "Timers.Closed=P1D", "Timers.Inactive=PT10M"], request.Body.Split('&').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_sandbox_keeps_what_a_form_said()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox);
        const string Name = "50% + a&b=c; Zoë 🙂 %2F";
        var created = await session.CreateConversationAsync(sandbox, ("FriendlyName", Name), ("Attributes", """{"vip":true}"""));
        Assert.Equal((Name, """{"vip":true}"""), (created.FriendlyName, created.AttributesJson));
    }

    [Fact]
    public async Task A_create_without_fields_is_taken()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox);
        Assert.StartsWith("CH", (await session.CreateConversationAsync(sandbox)).ConversationSid);
    }

    [Fact]
    public async Task The_query_carries_the_filters_of_a_list_and_nothing_else()
    {
        var request = await SendAsync(
            ConversationResource.List,
            ("State", "Closed"),
            ("StartDate", "2026-01-01"),
            ("EndDate", "2026-01-31"),
            ("PageSize", 20),
            ("PageToken", "a+b/c= d"));
        Assert.Equal("", request.Body);
        Assert.DoesNotContain('+', request.Query.Replace("%2B", ""));
        var query = HttpUtility.ParseQueryString(request.Query);
        Assert.Equal(5, query.Count);
        Assert.Equal(
            ("closed", "2026-01-01T00:00:00Z", "2026-01-31T23:59:59Z", "20", "a+b/c= d"),
            (query["State"], query["StartDate"], query["EndDate"], query["PageSize"], query["PageToken"]));
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    [InlineData("True", "true")]
    public async Task The_webhook_header_says_true_or_false(object value, string expected)
    {
        var request = await SendAsync(ConversationResource.Delete, ("Sid", Requests.ConversationSid), ("X-Twilio-Webhook-Enabled", value));
        Assert.Equal(expected, request.Headers["X-Twilio-Webhook-Enabled"]);
        Assert.Equal(("", ""), (request.Query, request.Body));
    }

    [Fact]
    public async Task The_webhook_header_is_left_out_when_nobody_asked_for_it()
    {
        var request = await SendAsync(ConversationResource.Delete, ("Sid", Requests.ConversationSid));
        Assert.DoesNotContain("X-Twilio-Webhook-Enabled", request.Headers.Keys);
    }

    [Fact]
    public async Task A_json_body_holds_texts_numbers_and_booleans_as_such()
    {
        var request = await SendAsync(
            JsonOperation,
            ("name", "say \"hi\" & Zoë"),
            ("count", 7),
            ("on", true),
            ("at", new DateTimeOffset(2026, 1, 31, 9, 0, 0, TimeSpan.FromHours(1))),
            ("data", """{"a":[1]}"""));
        Assert.StartsWith("application/json", request.Headers["Content-Type"]);
        var body = JsonDocument.Parse(request.Body).RootElement;
        Assert.Equal("say \"hi\" & Zoë", body.GetProperty("name").GetString());
        Assert.Equal(7, body.GetProperty("count").GetInt32());
        Assert.True(body.GetProperty("on").GetBoolean());
        Assert.Equal("2026-01-31T08:00:00Z", body.GetProperty("at").GetString());
        Assert.Equal("""{"a":[1]}""", body.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_json_body_without_values_is_an_empty_object() => Assert.Equal("{}", (await SendAsync(JsonOperation)).Body);

    public static TheoryData<object, string> Dates() => new()
    {
        { new DateTimeOffset(2026, 1, 31, 23, 30, 0, TimeSpan.FromHours(-5)), "2026-02-01T04:30:00Z" },
        { "2026-01-31T08:00:00+02:00", "2026-01-31T06:00:00Z" },
        { "2026-01-31T08:00:00", "2026-01-31T08:00:00Z" },
        { "2026-01-31", "2026-01-31T00:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public async Task A_date_is_sent_in_utc_and_says_so(object value, string expected) =>
        Assert.Equal(expected, await FieldAsync("DateCreated", value));

    public static TheoryData<object, string> Durations() => new()
    {
        { TimeSpan.FromMinutes(10), "PT10M" },
        { TimeSpan.FromDays(1), "P1D" },
        { TimeSpan.FromSeconds(90), "PT1M30S" },
        { TimeSpan.Zero, "PT0S" },
        { "PT1H", "PT1H" },
        { "PT0S", "PT0S" },
    };

    [Theory]
    [MemberData(nameof(Durations))]
    public async Task A_duration_is_sent_as_iso_8601(object value, string expected) =>
        Assert.Equal(expected, await FieldAsync("Timers.Inactive", value));

    [Theory]
    [InlineData("Timers.Inactive", 60)]
    [InlineData("Timers.Inactive", "60")]
    [InlineData("Timers.Inactive", "PT59S")]
    [InlineData("Timers.Inactive", "-PT10M")]
    [InlineData("Timers.Closed", "PT9M59S")]
    [InlineData("DateCreated", "yesterday")]
    [InlineData("Attributes", "{vip:true}")]
    [InlineData("State", " ")]
    [InlineData("X-Twilio-Webhook-Enabled", "yes")]
    [InlineData("Nonsense", "x")]
    public void A_value_that_the_provider_would_refuse_makes_no_request(string name, object value)
    {
        var refusal = Assert.Throws<RequestArgumentException>(() => Requests.Of(
            ConversationResource.Update, ("ChatServiceSid", Requests.ServiceSid), ("Sid", Requests.ConversationSid), (name, value)));
        Assert.Equal(name, refusal.Parameter);
        Assert.StartsWith(name, refusal.Message);
    }

    [Fact]
    public async Task A_state_that_is_not_known_yet_is_passed_on() => Assert.Equal("archived", await FieldAsync("State", "archived"));

    private async Task<string?> FieldAsync(string name, object value)
    {
        var request = await SendAsync(ConversationResource.Update, ("Sid", Requests.ConversationSid), (name, value));
        return HttpUtility.ParseQueryString(request.Body)[name];
    }

    private async Task<WireRequest> SendAsync(Operation operation, params (string Name, object? Value)[] values)
    {
        using var session = Connect.To(server);
        await session.SendAsync(operation, operation == JsonOperation ? values : [("ChatServiceSid", Requests.ServiceSid), .. values]);
        return Assert.Single(server.Requests);
    }
}
