using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>Finds and replaces a name in a text of JSON: in its texts, in the names of its fields, and as a number.</summary>
/// <param name="search">The name.</param>
internal sealed class JsonNames(NameSearch search)
{
    private static readonly JsonWriterOptions AsGiven = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How the JSON names it. A text that is no JSON is searched as it is.</summary>
    internal Mention Find(string? json)
    {
        if (json is null || Parse(json) is not { } document)
        {
            return search.Find(json);
        }

        using (document)
        {
            return HasHalfCharacter(document.RootElement) ? search.Find(json) : Find(document.RootElement);
        }
    }

    /// <summary>The JSON with something else in place of the name.</summary>
    internal string Replace(string json, string replacement)
    {
        if (Parse(json) is not { } document)
        {
            return search.Replace(json, replacement);
        }

        using (document)
        {
            if (HasHalfCharacter(document.RootElement))
            {
                return search.Replace(json, replacement);
            }

            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, AsGiven))
            {
                Write(writer, document.RootElement, replacement);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    // An emoji that was cut in the middle, say. It can't be read as a text, and must not keep everybody else from being erased.
    private static bool HasHalfCharacter(JsonElement root)
    {
        try
        {
            Visit(root);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static void Visit(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in json.EnumerateObject())
                {
                    _ = field.Name;
                    Visit(field.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    Visit(item);
                }

                break;
            case JsonValueKind.String:
                _ = json.GetString();
                break;
        }
    }

    private Mention Find(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Aggregate(Mention.None, (found, field) => found | search.Find(field.Name) | Find(field.Value)),
        JsonValueKind.Array => json.EnumerateArray().Aggregate(Mention.None, (found, item) => found | Find(item)),
        JsonValueKind.String => search.Find(json.GetString()),
        JsonValueKind.Number => IsName(json) ? Mention.Whole : Mention.None,
        _ => Mention.None,
    };

    private void Write(Utf8JsonWriter writer, JsonElement json, string replacement)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, json, replacement);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                {
                    Write(writer, item, replacement);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(search.Replace(json.GetString()!, replacement));
                break;
            case JsonValueKind.Number when IsName(json):
                writer.WriteStringValue(replacement);
                break;
            default:
                writer.WriteRawValue(json.GetRawText());
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter writer, JsonElement json, string replacement)
    {
        var names = json.EnumerateObject().Select(field => field.Name).Where(name => search.Find(name) is Mention.None or Mention.Part).ToHashSet(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var field in json.EnumerateObject())
        {
            writer.WritePropertyName(names.Contains(field.Name) ? field.Name : NewName(search.Replace(field.Name, replacement), names));
            Write(writer, field.Value, replacement);
        }

        writer.WriteEndObject();
    }

    // Two fields of one name would be one to whoever reads them.
    private static string NewName(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{wanted} {number}";
        }

        return name;
    }

    // A number has no words in it: only all of it can be the name.
    private bool IsName(JsonElement number) => search.Find(number.GetRawText()) == Mention.Whole && search.Replace(number.GetRawText(), "").Length == 0;

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
