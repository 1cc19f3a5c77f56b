using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>Which plans are refused before anything is asked or sent.</summary>
public sealed class PlanLimitsTests
{
    private static readonly Uri Here = new("http://127.0.0.1:9");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_plan_of_the_same_account_is_accepted()
    {
        using var session = Connect.To(Here);
        new PlanLimits().Check(PlanOf(session), session, Now);
    }

    [Fact]
    public void A_plan_of_another_account_is_refused()
    {
        using var session = Connect.To(Here);
        var other = PlanOf(session) with { Account = session.IdentityFor(Api.TwilioConversations) with { Account = "AC" + new string('9', 32) } };
        AssertRefused("OtherAccount", other, session, "AC999", Connect.AccountSid);
    }

    [Fact]
    public void A_plan_of_another_host_is_refused()
    {
        using var session = Connect.To(Here);
        using var other = Connect.To(new Uri("http://127.0.0.1:10"));
        AssertRefused("OtherAccount", PlanOf(session), other, "127.0.0.1:9", "127.0.0.1:10");
    }

    [Fact]
    public void A_plan_of_another_provider_is_refused()
    {
        using var session = Connect.To(Here);
        using var other = ProviderSessions.To(Api.Telnyx, Here);
        AssertRefused("OtherAccount", PlanOf(session), other, "Twilio", "'Wire' is not to that");
    }

    [Fact]
    public void A_plan_for_proxy_is_refused_where_the_connection_has_no_address_for_it()
    {
        using var both = ProviderSessions.To(Api.TwilioProxy, Here);
        var plan = PlanOf(both, "ProxySession", Api.TwilioProxy, ProviderSessions.ProxyServiceSid);
        new PlanLimits().Check(plan, both, Now);
        using var session = Connect.To(Here);
        AssertRefused("OtherAccount", plan, session, "is not to that");
    }

    [Fact]
    public void A_plan_of_another_key_of_telnyx_is_refused_and_neither_key_is_told()
    {
        using var one = Telnyx("KEY-of-one");
        using var two = Telnyx("KEY-of-two");
        var plan = PlanOf(one, "TelnyxConversation", Api.Telnyx, null);
        new PlanLimits().Check(plan, one, Now);
        var refused = AssertRefused("OtherAccount", plan, two, "key:");
        Assert.DoesNotContain("KEY-of", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-24, null)]
    [InlineData(-25, "PlanTooOld")]
    [InlineData(0.05, null)]
    [InlineData(1, "PlanTooOld")]
    [InlineData(200_000, "PlanTooOld")]
    public void A_plan_of_more_than_a_day_or_to_come_is_refused(double hours, string? errorId)
    {
        using var session = Connect.To(Here);
        var plan = PlanOf(session) with { CreatedAt = Now.AddHours(hours) };
        if (errorId is null)
        {
            new PlanLimits().Check(plan, session, Now);
        }
        else
        {
            AssertRefused(errorId, plan, session, hours > 0 ? "to come" : "at most");
        }
    }

    [Fact]
    public void How_old_and_how_large_it_may_be_is_for_the_caller()
    {
        using var session = Connect.To(Here);
        var plan = PlanOf(session) with { CreatedAt = Now.AddDays(-7) };
        new PlanLimits { MaxAge = TimeSpan.FromDays(8), MaxItem = 3 }.Check(plan, session, Now);
        new PlanLimits { MaxAge = TimeSpan.MaxValue }.Check(plan, session, Now);
        Assert.Equal("PlanTooOld", Assert.Throws<RunFileException>(() => new PlanLimits { MaxAge = TimeSpan.FromDays(6) }.Check(plan, session, Now)).ErrorId);
        var large = Assert.Throws<RunFileException>(() => new PlanLimits { MaxAge = TimeSpan.FromDays(8), MaxItem = 2 }.Check(plan, session, Now));
        Assert.Equal("PlanTooLarge", large.ErrorId);
        Assert.Contains("3 items, and 2 are allowed", large.Message, StringComparison.Ordinal);
    }

    private static RunFileException AssertRefused(string errorId, CleanupPlan plan, ProviderSession session, params string[] texts)
    {
        var refused = Assert.Throws<RunFileException>(() => new PlanLimits().Check(plan, session, Now));
        Assert.Equal(errorId, refused.ErrorId);
        Assert.All(texts, text => Assert.Contains(text, refused.Message, StringComparison.Ordinal));
        return refused;
    }

    private static ProviderSession Telnyx(string key) => ProviderSession.Of(ConnectionFactory.OpenTelnyx(
        new TelnyxConnectionOptions { Name = "Telnyx", Credential = new TelnyxCredential(key), BaseUri = Here }));

    private static CleanupPlan PlanOf(ProviderSession session, string resourceType = "ConvConversation", Api api = Api.TwilioConversations, string? container = Requests.ServiceSid) => new()
    {
        PlanId = "plan",
        ResourceType = resourceType,
        Account = session.IdentityFor(api),
        ConnectionName = session.ConnectionName,
        Container = container,
        CreatedAt = Now,
        Criteria = new CleanupCriteria { Name = ["*"] },
        Items = [.. Enumerable.Range(1, 3).Select(number => new CleanupPlanItem { ResourceType = resourceType, Target = $"CH{number:x32}", Fingerprint = "1:0" })],
    };
}
