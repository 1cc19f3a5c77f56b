using System.Collections.ObjectModel;
using System.Text.Json;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Reads the values of a resource's fields, leniently: only an identifier must be there, and a date must be one.</summary>
internal static class ResourceJson
{
    internal static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    internal static string? Json(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetRawText();

    // A date that can't be read must not become none: in PowerShell none is less than every date, and so older than any.
    internal static DateTimeOffset? Date(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when value.TryGetDateTimeOffset(out var date) => date.ToUniversalTime(),
        _ => throw new JsonException($"{value.GetRawText()} is no date."),
    };

    internal static long? Integer(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    internal static Uri? Address(JsonElement value) =>
        Uri.TryCreate(Text(value), UriKind.Absolute, out var uri) ? uri : null;

    internal static string Identifier(string? sid, string field) =>
        string.IsNullOrEmpty(sid) ? throw new JsonException($"The resource has no {field}.") : sid;

    internal static void KeepUnknown(ref Dictionary<string, object?>? unknown, JsonProperty property) =>
        (unknown ??= new(StringComparer.Ordinal))[property.Name] = JsonText.ToValue(property.Value);

    internal static ReadOnlyDictionary<string, object?> Unknown(Dictionary<string, object?>? unknown) =>
        unknown?.AsReadOnly() ?? ReadOnlyDictionary<string, object?>.Empty;
}
