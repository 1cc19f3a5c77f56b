namespace ConversationsAdmin.Sandbox.SampleData;

internal static class SampleNames
{
    private const string AgentPrefix = "agent.";

    private static readonly string[] First =
    [
        "Aisha", "Bruno", "Chloé", "Dmitri", "Elena", "Farid", "Grace", "Hiro", "Inês", "Jonas", "Katarzyna", "Luis",
        "Maria", "Noah", "Olga", "Priya", "Quentin", "Rosa", "Samuel", "Tomás", "Uma", "Victor", "Wei", "Yusuf", "Zoë",
    ];

    private static readonly string[] Last =
    [
        "Almeida", "Berg", "Castillo", "Dubois", "Eriksen", "Fischer", "García", "Haddad", "Ivanova", "Jansen", "Kowalski",
        "Lopez", "Müller", "Novak", "Okafor", "Patel", "Quinn", "Rossi", "Schmidt", "Tanaka", "Varga", "Weber", "Yılmaz",
    ];

    private static readonly string[] AgentNames = ["amara", "ben", "carla", "diego", "emma", "felix", "gita", "hugo"];

    public static string Person(SeededRandom random) => $"{random.Pick(First)} {random.Pick(Last)}";

    /// <summary>One of so many agents that none comes near the limit of conversations per identity.</summary>
    public static string Agent(SeededRandom random, int conversations)
    {
        var number = random.Below(12 + (conversations / 500));
        return $"{AgentPrefix}{AgentNames[number % AgentNames.Length]}.{number + 1}";
    }

    public static bool IsAgent(string identity) => identity.StartsWith(AgentPrefix, StringComparison.Ordinal);
}
