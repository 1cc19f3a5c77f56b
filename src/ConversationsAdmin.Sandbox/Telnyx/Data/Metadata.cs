using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Telnyx.Data;

/// <summary>Few values by key, in the order in which they were given.</summary>
internal sealed class Metadata(IReadOnlyList<KeyValuePair<string, MetadataValue>> values)
{
    public static Metadata Empty { get; } = new([]);

    /// <summary>The value as filters see it, or null without one.</summary>
    public string? TextOf(string key)
    {
        foreach (var (name, value) in values)
        {
            if (name == key)
                return value.Text;
        }
        return null;
    }

    public Metadata With(Metadata other) => new(
        [.. values.Where(pair => other.TextOf(pair.Key) is null), .. other.Pairs]);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (key, value) in values)
        {
            json.WritePropertyName(key);
            value.Write(json);
        }
        json.WriteEndObject();
    }

    private IEnumerable<KeyValuePair<string, MetadataValue>> Pairs => values;
}
