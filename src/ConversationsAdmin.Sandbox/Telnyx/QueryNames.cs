using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

internal static class QueryNames
{
    public static void Demand(Call call, params string[] known)
    {
        foreach (var (name, _) in call.Query)
        {
            if (!known.Contains(name) && !call.Options.IgnoreUnknownFilters)
                throw Unknown(name);
        }
    }

    public static ValidationError Unknown(string name) =>
        new("extra_forbidden", $"There is no query parameter '{name}' here.", "query", name);
}
