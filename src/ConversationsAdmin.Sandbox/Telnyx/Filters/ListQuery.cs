using System.Globalization;
using ConversationsAdmin.Sandbox.Telnyx.Data;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>What one request to the list asks for.</summary>
internal sealed record ListQuery(Condition Condition, ListOrder Order, int Limit)
{
    private const int DefaultLimit = 100;

    public static ListQuery Read(IEnumerable<KeyValuePair<string, string>> query, SandboxOptions options)
    {
        var conditions = new List<Condition>();
        var single = new Dictionary<string, string>();
        string[] ignored = options.IgnoreFilters is { } names ? ListParameter.Split(names) : [];
        foreach (var (name, value) in query.Where(pair => !ignored.Contains(pair.Key)))
        {
            if (name is ListParameter.Order or ListParameter.Limit)
            {
                if (!single.TryAdd(name, value))
                    throw ValidationError.InQuery(name, "It can be given once.");
            }
            else if (name == ListParameter.Or)
            {
                conditions.Add(Demand(name, value, FilterSyntax.Alternatives));
            }
            else if (FilterField.Named(name) is { } field)
            {
                conditions.Add(Demand(name, value, text => FilterSyntax.Test(field, text)));
            }
            else if (!options.IgnoreUnknownFilters)
            {
                throw QueryNames.Unknown(name);
            }
        }
        var order = single.TryGetValue(ListParameter.Order, out var text)
            ? Demand(ListParameter.Order, text, ListOrder.Read)
            : ListOrder.NewestFirst;
        var limit = single.TryGetValue(ListParameter.Limit, out text) ? Demand(ListParameter.Limit, text, AtLeastOne) : DefaultLimit;
        return new ListQuery(Condition.All(conditions), order, Math.Min(limit, options.MaxLimit ?? int.MaxValue));
    }

    public IEnumerable<AiConversation> Of(AiConversations conversations)
    {
        var walk = Order is { IsKept: true, IsDescending: true }
            ? conversations.Newest(Condition.Range)
            : conversations.Oldest(Condition.Range);
        var found = walk.Where(Condition.IsMetBy);
        // Linq sorts no more of it than is then taken.
        return (Order.IsKept ? found : found.Order(Order)).Take(Limit);
    }

    private static T Demand<T>(string name, string value, Func<string, T> read)
    {
        try
        {
            return read(value);
        }
        catch (FormatException malformed)
        {
            throw ValidationError.InQuery(name, malformed.Message);
        }
    }

    private static int AtLeastOne(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? number
            : throw new FormatException($"'{text}' is no whole number from 1.");
}
