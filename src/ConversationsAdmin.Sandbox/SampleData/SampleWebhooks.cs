using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>Gives a sample conversation one webhook, or two of different targets.</summary>
internal static class SampleWebhooks
{
    public static void AddTo(ConversationContent content, Conversation conversation, SeededRandom random, DateTimeOffset created)
    {
        var first = random.Below(WebhookTarget.Names.Length);
        for (var number = random.Chance(0.2) ? 2 : 1; number > 0; number--)
        {
            var target = WebhookTarget.Names[(first + number) % WebhookTarget.Names.Length];
            content.Webhooks.Add(new ScopedWebhook
            {
                Sid = random.Hex32("WH"),
                Conversation = conversation,
                Target = target,
                DateCreated = created,
                DateUpdated = created,
                Url = target == WebhookTarget.Studio ? null : "https://hooks.example.com/conversations",
                Filters = FiltersOf(target),
                FlowSid = target == WebhookTarget.Studio ? random.Hex32("FW") : null,
            });
        }
    }

    private static string[] FiltersOf(string target) => target switch
    {
        WebhookTarget.Webhook => ["onMessageAdded", "onConversationStateUpdated"],
        WebhookTarget.Trigger => ["help", "agent"],
        _ => [],
    };
}
