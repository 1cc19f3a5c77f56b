using System.Text.Json;
using ConversationsAdmin.Sandbox.SampleData;
using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.SampleData;

/// <summary>Makes the metadata that the provider writes, and some that a customer would add.</summary>
internal sealed class SampleMetadata
{
    private static readonly JsonElement True = JsonSerializer.SerializeToElement(true);
    private static readonly string[] Agents = ["+13125550100", "+13125550101", "sip:assistant@sip.example.com"];
    private static readonly string[] Tiers = ["basic", "silver", "gold"];
    private static readonly string[] Languages = ["en", "de", "es", "fr"];

    private readonly SeededRandom random;
    private readonly SampleNumbers numbers = new();
    private readonly string[] assistants;

    public SampleMetadata(SeededRandom random)
    {
        this.random = random;
        assistants = [.. Enumerable.Range(0, 4).Select(_ => $"assistant-{Uuid.Next(random)}")];
    }

    public Metadata For(SampleChannel channel, bool imported)
    {
        var values = new List<KeyValuePair<string, MetadataValue>>();
        void Add(string key, string text) => values.Add(new(key, new MetadataValue(text)));

        Add("assistant_id", random.Pick(assistants));
        if (channel.Name == SampleChannel.PhoneCall)
            Add("call_control_id", $"v3:{random.Hex32()}");
        Add("telnyx_agent_target", random.Pick(Agents));
        Add("telnyx_end_user_target", channel.Name == SampleChannel.WebChat ? $"visitor-{random.Hex32()[..12]}" : numbers.NextPhone());
        Add("telnyx_conversation_channel", channel.Name);
        if (random.Chance(0.4))
            Add("tier", random.Pick(Tiers));
        if (random.Chance(0.3))
            Add("language", random.Pick(Languages));
        if (imported)
            Add("import", "legacy-1");
        if (random.Chance(0.05))
            values.Add(new("ai_disabled", new MetadataValue("true", True)));
        return new Metadata(values);
    }
}
