using System.Globalization;
using ConversationsAdmin.Core.Cleanup;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>What is misspelt, unknown to the provider or left out by mistake must never mean more. It is refused before anything is asked.</summary>
public sealed class CriteriaRulesTests
{
    private const string Conversation = "ConvConversation";
    private const string Session = "ProxySession";
    private const string Telnyx = "TelnyxConversation";
    private const string Sunshine = "SunshineConversation";

    private static readonly CleanupCriteria Everything = new() { Name = ["*"] };

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    public static TheoryData<string, CleanupCriteria, string> Refused => new()
    {
        { Conversation, new CleanupCriteria(), "No criterion is given" },
        { Conversation, new CleanupCriteria { Exclude = ["CH00000000000000000000000000000001"] }, "No criterion is given" },
        { Telnyx, new CleanupCriteria(), "No criterion is given" },
        { Conversation, new CleanupCriteria { State = "Closed" }, "closed" },
        { Conversation, new CleanupCriteria { State = "" }, "State" },
        { Conversation, new CleanupCriteria { State = "in-progress" }, "active, inactive" },
        { Session, new CleanupCriteria { State = "active" }, "in-progress" },
        { Telnyx, new CleanupCriteria { State = "closed" }, "has no state" },
        { Sunshine, new CleanupCriteria { State = "closed" }, "has no state" },
        { Telnyx, Everything with { UpdatedBefore = DateTimeOffset.UnixEpoch }, "LastMessageBefore" },
        { Sunshine, Everything with { UpdatedBefore = DateTimeOffset.UnixEpoch }, "LastMessageBefore" },
        { Session, Everything with { Attribute = new Dictionary<string, object?> { ["a"] = 1 } }, "has no attributes" },
        { Telnyx, Everything with { NoParticipant = true }, "NoParticipant" },
        { Conversation, Everything with { CreatedBefore = Now.AddHours(1) }, "is to come" },
        { Conversation, Everything with { UpdatedBefore = Now.AddDays(90) }, "is to come" },
        { Conversation, Everything with { LastMessageBefore = DateTimeOffset.MaxValue }, "is to come" },
        { Conversation, Everything with { Name = [""] }, "Name" },
        { Conversation, Everything with { Name = ["*", " "] }, "Name" },
        { Conversation, Everything with { Name = ["[ab]*"] }, "[a-z]" },
        { Conversation, Everything with { Name = [@"a\*"] }, "Name" },
        { Conversation, Everything with { KeepNewest = 0 }, "1 or more" },
        { Conversation, Everything with { KeepNewest = -1 }, "1 or more" },
        { Conversation, Everything with { KeepNewest = 1, NoParticipant = true }, "KeepNewest" },
        { Conversation, Everything with { Exclude = ["CH1"] }, "Exclude" },
        { Conversation, Everything with { Exclude = ["KC00000000000000000000000000000001"] }, "Exclude" },
        { Conversation, Everything with { Attribute = new Dictionary<string, object?> { [" "] = 1 } }, "a name is blank" },
        { Conversation, Everything with { Attribute = new Dictionary<string, object?> { ["a"] = new[] { 1 } } }, "'a'" },
        { Conversation, Everything with { Attribute = new Dictionary<string, object?> { ["a"] = DateTime.Today } }, "'a'" },
        { Conversation, Everything with { Attribute = new Dictionary<string, object?> { ["a"] = double.NaN } }, "'a'" },
        { Conversation, Everything with { Attribute = new Dictionary<string, object?> { ["a"] = double.PositiveInfinity } }, "'a'" },
        { Conversation, Everything with { Attribute = new Dictionary<string, object?> { ["a"] = 1e300 } }, "'a'" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void It_is_refused_and_says_why(string resourceType, CleanupCriteria criteria, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var refused = Assert.Throws<RequestArgumentException>(() => CriteriaRules.Checked(CleanupResources.Of(resourceType), ScopeOf(resourceType), criteria));
            Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    public static TheoryData<string, CleanupScope, string> WrongPlaces => new()
    {
        { "no service", ScopeOf(Conversation) with { Container = null }, "the identifier is blank" },
        { "a Proxy service", ScopeOf(Conversation) with { Container = ProviderSessions.ProxyServiceSid }, "a proxy service SID" },
        { "a service for Proxy", ScopeOf(Session) with { Container = Requests.ServiceSid }, "a service SID" },
        { "no users", ScopeOf(Sunshine) with { UserIds = [] }, "UserExternalId" },
        { "a blank user", ScopeOf(Sunshine) with { UserIds = ["a", " "] }, "a user is blank" },
        { "a blank external user", ScopeOf(Sunshine) with { UserExternalIds = [""] }, "a user is blank" },
        { "users of Twilio", ScopeOf(Conversation) with { UserIds = ["a"] }, "Leave it out" },
        { "users of Telnyx", ScopeOf(Telnyx) with { UserExternalIds = ["a"] }, "Leave it out" },
    };

    [Theory]
    [MemberData(nameof(WrongPlaces), DisableDiscoveryEnumeration = true)]
    public void A_wrong_place_is_refused(string what, CleanupScope scope, string expected)
    {
        var refused = Assert.Throws<RequestArgumentException>(() => CriteriaRules.Checked(CleanupResources.Of(scope.ResourceType), scope, Everything));
        Assert.True(refused.Message.Contains(expected, StringComparison.Ordinal), $"{what}: {refused.Message}");
    }

    [Fact]
    public void The_present_is_no_future()
    {
        var checkedCriteria = CriteriaRules.Checked(CleanupResources.Of(Conversation), ScopeOf(Conversation), new CleanupCriteria { CreatedBefore = Now });
        Assert.NotNull(checkedCriteria.CreatedBefore);
    }

    [Fact]
    public async Task Nothing_is_sent_for_what_is_refused()
    {
        using var server = new ConversationServer(new ConversationRow(1));
        await Assert.ThrowsAsync<RequestArgumentException>(() => server.PlanAsync(new CleanupCriteria()));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Criteria_are_told_in_the_same_words_in_any_culture_and_zone()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var criteria = new CleanupCriteria
            {
                State = "closed",
                CreatedBefore = new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(2)),
                Attribute = new Dictionary<string, object?> { ["score"] = 1.5m, ["test"] = null },
                KeepNewest = 3,
            };
            Assert.Equal("state closed, created before 2025-12-31T23:00:00Z, score = 1.5, test = null, not of the newest 3 of a participant", criteria.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static CleanupScope ScopeOf(string resourceType) => new()
    {
        ResourceType = resourceType,
        Container = resourceType switch
        {
            Conversation => Requests.ServiceSid,
            Session => ProviderSessions.ProxyServiceSid,
            Sunshine => ProviderSessions.AppId,
            _ => null,
        },
        UserIds = resourceType == Sunshine ? ["5d8c00000000000000000009"] : [],
    };
}
