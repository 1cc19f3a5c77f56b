using System.Globalization;
using System.Text.Json;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Whether attributes have wanted values.</summary>
internal static class AttributeMatch
{
    /// <summary>Whether a JSON object has each of the values. What is no object has none.</summary>
    internal static bool Holds(string? json, IReadOnlyDictionary<string, object?> wanted)
    {
        if (wanted.Count == 0)
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(json ?? "");
            return wanted.All(value => Find(document.RootElement, value.Key) is { } found && IsEqual(found, value.Value));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The provider keeps any text there; one that is no JSON, or holds half a character, has no attribute of any value.
            return false;
        }
    }

    // A name that holds a dot comes before a way into what is nested.
    private static JsonElement? Find(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (element.TryGetProperty(name, out var found))
        {
            return found;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && element.TryGetProperty(name[..dot], out var nested) ? Find(nested, name[(dot + 1)..]) : null;
    }

    private static bool IsEqual(JsonElement found, object? wanted) => (found.ValueKind, wanted) switch
    {
        (JsonValueKind.Null, null) => true,
        (JsonValueKind.True, true) or (JsonValueKind.False, false) => true,
        (JsonValueKind.String, string text) => found.ValueEquals(text),
        (JsonValueKind.Number, not (null or string or bool)) =>
            found.TryGetDecimal(out var number) && number == Convert.ToDecimal(wanted, CultureInfo.InvariantCulture),
        _ => false,
    };
}
