namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>The query parameters of the list of conversations.</summary>
internal static class ListParameter
{
    public const string Or = "or";
    public const string Order = "order";
    public const string Limit = "limit";

    public static bool IsKnown(string name) => name is Or or Order or Limit || FilterField.Named(name) is not null;

    public static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries);

    public static bool AreKnown(string names) => Array.TrueForAll(Split(names), IsKnown);
}
