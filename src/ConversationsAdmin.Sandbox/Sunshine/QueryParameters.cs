using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

internal static class QueryParameters
{
    public static Dictionary<string, string> Read(string query, IReadOnlyList<string> known)
    {
        var given = new Dictionary<string, string>();
        foreach (var (name, value) in UrlEncodedPairs.Parse(query))
        {
            if (!known.Contains(name))
                throw SunshineError.BadRequest($"There is no query parameter {name} here.");
            if (!given.TryAdd(name, value))
                throw SunshineError.BadRequest($"{name} is given more than once.");
        }
        return given;
    }
}
