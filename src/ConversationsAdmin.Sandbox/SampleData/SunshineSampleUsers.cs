using System.Globalization;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Sunshine;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>The users of the sample app. The first is there however few conversations are asked for, and has an external id.</summary>
internal sealed class SunshineSampleUsers(int seed)
{
    private const int ConversationsPerUser = 8;
    private const int FirstNumber = 1001;

    public SunshineUser First() => Make(1).Single();

    public SunshineUser[] All(int conversations) => [.. Make(Math.Max(1, conversations / ConversationsPerUser))];

    private IEnumerable<SunshineUser> Make(int count)
    {
        var random = new SeededRandom(seed, RandomStream.SunshineUsers);
        for (var number = FirstNumber; number < FirstNumber + count; number++)
        {
            var id = SunshineId.Next(random);
            var kind = random.Below(100);
            yield return new SunshineUser(id, number == FirstNumber ? Numbered("crm", '-', number) : ExternalId(kind, number));
        }
    }

    // An external id is whatever the business calls its customers, which does not always go into an address as it is.
    private static string? ExternalId(int kind, int number) => kind switch
    {
        < 60 => Numbered("crm", '-', number),
        < 75 => Numbered("shop", '/', number),
        < 85 => Numbered("customer", '+', number) + "@example.com",
        _ => null,
    };

    private static string Numbered(string prefix, char separator, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{separator}{number}");
}
