namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>The operators that every field has.</summary>
internal static class FilterOperator
{
    public const string In = "in";
    public const string Is = "is";
    public const string Like = "like";
    public const string LikeInAnyCase = "ilike";

    /// <summary>What the sign of a comparison has to be for the operator to hold.</summary>
    public static Func<int, bool> Comparing(string name) => name switch
    {
        "eq" => static sign => sign == 0,
        "neq" => static sign => sign != 0,
        "gt" => static sign => sign > 0,
        "gte" => static sign => sign >= 0,
        "lt" => static sign => sign < 0,
        "lte" => static sign => sign <= 0,
        _ => throw new FormatException($"'{name}' is no operator that is possible here."),
    };

    public static void DemandNull(string operand)
    {
        if (operand != "null")
            throw new FormatException($"'{Is}' takes null and not '{operand}'.");
    }
}
