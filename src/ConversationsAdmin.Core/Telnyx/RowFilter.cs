using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>
/// A filter as it was sent, applied to a row that came back. The provider is known to ignore filters that it does not understand,
/// and a removal may follow the list.
/// </summary>
internal sealed class RowFilter
{
    private static readonly string[] Operators = ["eq", "neq", "gt", "gte", "lt", "lte", "like", "ilike", "in", "is"];

    private readonly bool isNegated;
    private readonly string operation;
    private readonly string operand;
    private readonly Regex? pattern;

    private RowFilter(bool isNegated, string operation, string operand)
    {
        this.isNegated = isNegated;
        this.operation = operation;
        this.operand = operand;
        pattern = operation is "like" or "ilike" ? ToRegex(operand, ignoreCase: operation == "ilike") : null;
    }

    /// <summary>Reads a filter such as <c>gte.2026-01-31</c> or <c>not.like.Test%</c>.</summary>
    internal static bool TryParse(string text, out RowFilter? filter)
    {
        const string Not = "not.";
        var isNegated = text.StartsWith(Not, StringComparison.Ordinal);
        var parts = (isNegated ? text[Not.Length..] : text).Split('.', 2);
        filter = parts is [var operation, var operand] && Operators.Contains(operation) && !string.IsNullOrWhiteSpace(operand)
            ? new RowFilter(isNegated, operation, operand)
            : null;
        return filter is not null;
    }

    /// <summary>Whether a row has the value that was asked for.</summary>
    /// <param name="value">The row's value; null when it has none.</param>
    internal bool Matches(JsonElement? value)
    {
        var text = TextOf(value);
        if (operation == "is")
        {
            return IsKeyword(value, text) != isNegated;
        }

        // As in SQL, what has no value matches nothing, and not its negation either.
        return text is not null && ((value is { ValueKind: JsonValueKind.Number } number && IsEqualNumber(number)) || Compare(text)) != isNegated;
    }

    // .NET writes True where the provider has true.
    private static string? TextOf(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } given => given.GetRawText(),
        { } given => given.ToString(),
    };

    // 2.50 is 2.5.
    private bool IsEqualNumber(JsonElement number) =>
        operation == "eq" && decimal.TryParse(operand, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted)
        && number.TryGetDecimal(out var own) && own == wanted;

    private bool Compare(string text) => operation switch
    {
        "eq" => Order(text) == 0,
        "neq" => Order(text) != 0,
        "gt" => Order(text) > 0,
        "gte" => Order(text) >= 0,
        "lt" => Order(text) < 0,
        "lte" => Order(text) <= 0,
        "in" => Items().Contains(text, StringComparer.Ordinal),
        _ => pattern!.IsMatch(text),
    };

    private bool IsKeyword(JsonElement? value, string? text) => operand switch
    {
        "null" => text is null,
        "true" => value?.ValueKind == JsonValueKind.True,
        "false" => value?.ValueKind == JsonValueKind.False,
        _ => false,
    };

    private int Order(string text) =>
        text == operand ? 0
        : IsDate(text, out var date) && IsDate(operand, out var other) ? date.CompareTo(other)
        : string.CompareOrdinal(text, operand);

    // A phone number or a short id must not be taken for a date.
    private static bool IsDate(string text, out DateTimeOffset date)
    {
        date = default;
        return text.Length >= 10 && text[4] == '-' && text[7] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }

    private IEnumerable<string> Items() => operand.Trim('(', ')').Split(',').Select(item => item.Trim().Trim('"'));

    // Of the database's characters, some are two of .NET's.
    private const string AnyCharacter = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|.)";

    private static Regex ToRegex(string like, bool ignoreCase)
    {
        var regex = new StringBuilder("^");
        for (var index = 0; index < like.Length; index++)
        {
            regex.Append(like[index] switch
            {
                '\\' when index + 1 < like.Length => Regex.Escape(like[++index].ToString()),
                '%' or '*' => ".*",
                '_' => AnyCharacter,
                var other => Regex.Escape(other.ToString()),
            });
        }

        var options = RegexOptions.Singleline | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        return new Regex(regex.Append("\\z").ToString(), options);
    }
}
