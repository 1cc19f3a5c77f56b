using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json;

namespace ConversationsAdmin;

/// <summary>Turns JSON into dictionaries and arrays that PowerShell reads with a dot.</summary>
internal static class JsonText
{
    internal static ReadOnlyDictionary<string, object?> ToDictionary(string? json) =>
        ToDictionaryOrNull(json) ?? ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>Null for a text that is no JSON object: an empty dictionary would be taken for what is there, and written in its place.</summary>
    internal static ReadOnlyDictionary<string, object?>? ToDictionaryOrNull(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return ReadOnlyDictionary<string, object?>.Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return ToValue(document.RootElement) as ReadOnlyDictionary<string, object?>;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Text that is not JSON, or holds half a character, stays readable as text, beside this; reading a resource must not fail because of it.
            return null;
        }
    }

    internal static object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToDictionary(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ToValue).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static ReadOnlyDictionary<string, object?> ToDictionary(JsonElement element)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            values[property.Name] = ToValue(property.Value);
        }

        return values.AsReadOnly();
    }

    private static object ToNumber(JsonElement element) =>
        element.TryGetInt64(out var integer) ? integer
        : element.TryGetDecimal(out var exact) ? exact
        : double.Parse(element.GetRawText(), CultureInfo.InvariantCulture);
}
