using ConversationsAdmin.Sandbox.SampleData;
using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.SampleData;

/// <summary>Makes conversations of the last two years, of which a tenth came in one import and so began in the same millisecond.</summary>
internal sealed class SampleAiConversations(SandboxOptions options, DateTimeOffset now)
{
    private const int OldestDays = 730;
    private const int LongestMinutes = 90;
    private const int MostMessages = 60;

    // In place of the most, so that a few have more than one page of the largest size.
    private const int LongTalk = 240;
    private readonly SeededRandom random = new(options.Seed, RandomStream.TelnyxSampleConversations);

    public static AiConversations Create(SandboxOptions options, DateTimeOffset now) =>
        new(new SampleAiConversations(options, now).Make());

    private List<AiConversation> Make()
    {
        var metadata = new SampleMetadata(random);
        var imported = (options.Conversations + 9) / 10;
        var importedAt = Moment();
        var made = new List<AiConversation>(options.Conversations);
        for (var number = 1; number <= options.Conversations; number++)
            made.Add(number <= imported ? Make(metadata, importedAt, number) : Make(metadata, Moment(), null));
        return made;
    }

    private AiConversation Make(SampleMetadata metadata, DateTimeOffset createdAt, int? importNumber)
    {
        var kind = SampleChannel.Any(random);
        var count = random.Chance(0.05) ? 0 : 1 + random.Below(MostMessages);
        var lasted = count == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(random.Below((int)Milliseconds(createdAt)));
        return new AiConversation
        {
            Id = Uuid.Next(random),
            Name = importNumber is { } number ? $"Imported conversation {number}" : kind.NameFor(SampleNames.Person(random)),
            CreatedAt = createdAt,
            LastMessageAt = createdAt + lasted,
            Metadata = metadata.For(kind, importNumber is not null),
            Sample = new SampleAiTalk(options.Seed, count == MostMessages ? LongTalk : count).Make,
        };
    }

    // Nothing was said later than now.
    private double Milliseconds(DateTimeOffset createdAt) =>
        1 + Math.Min(TimeSpan.FromMinutes(LongestMinutes).TotalMilliseconds, (now - createdAt).TotalMilliseconds - 1);

    private DateTimeOffset Moment() => now.AddMinutes(-1 - random.Below((OldestDays * 24 * 60) - 1)).AddMilliseconds(random.Below(60_000));
}
