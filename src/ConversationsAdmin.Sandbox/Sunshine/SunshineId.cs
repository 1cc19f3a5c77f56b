namespace ConversationsAdmin.Sandbox.Sunshine;

internal static class SunshineId
{
    public const int Length = 24;

    public static string Next(SeededRandom random) => random.Hex32()[..Length];
}
