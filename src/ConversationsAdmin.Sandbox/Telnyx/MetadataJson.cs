using System.Text.Encodings.Web;
using System.Text.Json;
using ConversationsAdmin.Sandbox.Telnyx.Data;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>Reads metadata: flat, of strings, numbers, booleans and lists of these.</summary>
internal static class MetadataJson
{
    // Filters compare with this text, so a + has to stay one.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Metadata Read(JsonElement value, params string[] location)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw new ValidationError("dict_type", "Metadata has to be an object.", location);
        var values = new Dictionary<string, MetadataValue>();
        foreach (var property in value.EnumerateObject())
            values[property.Name] = Value(property.Value, [.. location, property.Name]);
        return new Metadata([.. values]);
    }

    private static MetadataValue Value(JsonElement value, string[] location)
    {
        if (value.ValueKind == JsonValueKind.String)
            return new MetadataValue(value.GetString()!);
        if (!IsScalar(value) && !(value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsScalar)))
            throw new ValidationError("value_error", "A value is a string, a number, a boolean or a list of these.", location);
        return new MetadataValue(JsonSerializer.Serialize(value, Readable), value.Clone());
    }

    private static bool IsScalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is not null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };
}
