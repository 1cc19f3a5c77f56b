using System.Globalization;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Sunshine;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>Makes one sample conversation after the other, each as unlike the last as real ones are.</summary>
internal sealed class SunshineSampleConversations(int seed, SeededRandom random, DateTimeOffset now)
{
    private const int LongestTalkSeconds = 20 * 24 * 3600;
    private static readonly string[] Languages = ["en-ca", "fr-ca", "de", "pt-br"];

    private readonly SwitchboardIntegration bot = Integration(random, "bot", "custom");
    private readonly SwitchboardIntegration workspace = Integration(random, "zd-agentWorkspace", "zd:agentWorkspace");
    private int number = 48_000;

    public SunshineConversation Make(SunshineUser[] users, bool isPersonal, DateTimeOffset created, bool isLong)
    {
        number++;
        var (topic, title) = random.Pick(random.Pick(SampleServiceKind.All).Subjects);
        var person = SampleNames.Person(random);
        var updated = created.AddSeconds(random.Below((int)Math.Min((now - created).TotalSeconds, LongestTalkSeconds)));
        var active = random.Chance(0.6) ? random.Chance(0.5) ? bot : workspace : null;
        var id = SunshineId.Next(random);
        var talk = new SunshineSampleTalk(seed, id, isLong);
        if (talk.Count == 0)
            updated = created;
        return new SunshineConversation
        {
            Id = id,
            IsPersonal = isPersonal,
            Users = users,
            CreatedAt = created,
            LastUpdatedAt = updated,
            BusinessLastRead = random.Chance(0.7) && talk.Count > 0 ? updated : null,
            Active = active,
            Pending = active == bot && random.Chance(0.2) ? workspace : null,
            DisplayName = random.Chance(0.6) ? string.Format(CultureInfo.InvariantCulture, title, number, person) : null,
            Description = random.Chance(0.4) ? $"About {topic}, asked by {person}" : null,
            IconUrl = random.Chance(0.25) ? $"https://www.example.com/icons/{topic}.png" : null,
            Metadata = random.Chance(0.7) ? Metadata(topic) : null,
            Begin = talk.Make,
        };
    }

    private string Metadata(string topic)
    {
        var language = random.Pick(Languages);
        var orders = random.Below(12);
        var vip = random.Chance(0.1) ? ",\"vip\":true" : "";
        return string.Create(CultureInfo.InvariantCulture, $$"""{"topic":"{{topic}}","lang":"{{language}}","orders":{{orders}}{{vip}}}""");
    }

    private static SwitchboardIntegration Integration(SeededRandom random, string name, string type) =>
        new(SunshineId.Next(random), name, SunshineId.Next(random), type);
}
