using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

/// <summary>What an object gives for its fields, already checked.</summary>
internal sealed class FieldValues(JsonElement body)
{
    public static FieldValues None { get; } = new(JsonSerializer.Deserialize<JsonElement>("{}"));

    public bool Has(string name) => body.TryGetProperty(name, out _);

    /// <summary>The text of a field, or null when it is not given or cleared.</summary>
    public string? Text(string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The JSON of an object, or null when it is not given or cleared.</summary>
    public string? Json(string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? CompactJson.Of(value) : null;

    /// <summary>The fields of an object that is given.</summary>
    public FieldValues Object(string name) => new(body.GetProperty(name));

    public IReadOnlyList<FieldValues> Items(string name) =>
        body.TryGetProperty(name, out var items) ? [.. items.EnumerateArray().Select(item => new FieldValues(item))] : [];
}
