namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>The grammar of PostgREST's filters: field=[not.]operator.value, and or=(field.[not.]operator.value,and(...)).</summary>
internal static class FilterSyntax
{
    // Far more than anybody writes by hand, and far less than the stack holds.
    private const int DeepestGroup = 50;

    /// <summary>Reads what stands behind a field's name and equals sign, where a value goes on to the end.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static Condition Test(FilterField field, string text)
    {
        var reader = new FilterReader(text);
        var condition = Test(reader, field, reader.Rest);
        reader.DemandEnd();
        return condition;
    }

    /// <summary>Reads the alternatives of or=(...).</summary>
    /// <exception cref="FormatException">They are malformed.</exception>
    public static Condition Alternatives(string text)
    {
        var reader = new FilterReader(text);
        reader.Demand("(");
        var condition = Condition.Any(Group(reader, 1));
        reader.DemandEnd();
        return condition;
    }

    // What stands behind an opening bracket.
    private static List<Condition> Group(FilterReader reader, int depth)
    {
        if (depth > DeepestGroup)
            throw new FormatException("There are too many brackets inside one another.");
        var conditions = new List<Condition>();
        do
            conditions.Add(Item(reader, depth));
        while (reader.TryTake(","));
        reader.Demand(")");
        return conditions;
    }

    private static Condition Item(FilterReader reader, int depth)
    {
        if (reader.TryTake("not."))
            return Junction(reader, depth)?.Negated()
                ?? throw new FormatException("In brackets, 'not.' stands before and(...), or(...) or an operator.");
        return Junction(reader, depth) ?? Test(reader, Field(reader.NameBeforeDot()), reader.Value);
    }

    private static Condition? Junction(FilterReader reader, int depth)
    {
        if (reader.TryTake("and("))
            return Condition.All(Group(reader, depth + 1));
        return reader.TryTake("or(") ? Condition.Any(Group(reader, depth + 1)) : null;
    }

    private static FilterField Field(string name) =>
        FilterField.Named(name) ?? throw new FormatException($"A conversation has no '{name}' to filter by.");

    private static Condition Test(FilterReader reader, FilterField field, Func<string> value)
    {
        var negated = reader.TryTake("not.");
        var name = reader.NameBeforeDot();
        var condition = field.Condition(name, name == FilterOperator.In ? reader.Values() : [value()]);
        return negated ? condition.Negated() : condition;
    }
}
