using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class WebhookRuleTests
{
    private static readonly Dictionary<string, object?> All = new()
    {
        ["Configuration.Url"] = "https://example.com/events",
        ["Configuration.Filters"] = new[] { "onMessageAdded" },
        ["Configuration.Triggers"] = new[] { "help" },
        ["Configuration.FlowSid"] = "FW" + new string('0', 32),
    };

    // The provider's error codes 50367 and 50369 to 50371 say what it misses.
    [Theory]
    [InlineData("webhook", "Configuration.Url", "Configuration.Filters")]
    [InlineData("trigger", "Configuration.Url", "Configuration.Triggers")]
    [InlineData("studio", "Configuration.FlowSid")]
    public void A_new_webhook_has_all_that_its_target_needs(string target, params string[] needed)
    {
        Dictionary<string, object?> whole = new(All.Where(field => needed.Contains(field.Key))) { ["Target"] = target };
        OperationRequest.CheckValues(WebhookResource.Create, whole);
        Assert.All(needed, field => Assert.Equal(field, Refusal(whole.Where(given => given.Key != field)).Parameter));
        Assert.All(All.Keys.Except(needed), field => Assert.Equal(field, Refusal([.. whole, KeyValuePair.Create(field, All[field])]).Parameter));
    }

    private static RequestArgumentException Refusal(IEnumerable<KeyValuePair<string, object?>> values) =>
        Assert.Throws<RequestArgumentException>(() => OperationRequest.CheckValues(WebhookResource.Create, values));
}
