using System.Collections.ObjectModel;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Core.Reading;

/// <summary>
/// The fields of a resource's JSON, each read once by its name, leniently: only an identifier must be there, and a date must be one.
/// What nobody read is what this version does not know yet.
/// </summary>
internal sealed partial class ResourceFields
{
    private const int FieldsOfAMask = 64;

    private readonly JsonElement json;
    private JsonElement.ObjectEnumerator place;
    private int index = -1;
    private ulong readFields;
    private HashSet<int>? readBeyond;

    /// <exception cref="InvalidOperationException">It is no JSON object.</exception>
    internal ResourceFields(JsonElement json)
    {
        this.json = json;
        place = json.EnumerateObject();
    }

    internal string Identifier(ReadOnlySpan<byte> name) =>
        Text(name) is { Length: > 0 } sid ? sid : throw new JsonException($"The resource has no {System.Text.Encoding.UTF8.GetString(name)}.");

    internal string? Text(ReadOnlySpan<byte> name) => Find(name) is { } value ? Text(value) : null;

    // A date that can't be read must not become none: in PowerShell none is less than every date, and so older than any.
    internal DateTimeOffset? Date(ReadOnlySpan<byte> name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when value.TryGetDateTimeOffset(out var date) => date.ToUniversalTime(),
        { } value => throw new JsonException($"{value.GetRawText()} is no date."),
    };

    internal long? Integer(ReadOnlySpan<byte> name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    internal bool? Boolean(ReadOnlySpan<byte> name) =>
        Find(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    internal Uri? Address(ReadOnlySpan<byte> name) => Resource.AddressOrNull(Text(name));

    internal string? Json(ReadOnlySpan<byte> name) => Find(name)?.GetRawText();

    internal IReadOnlyList<string> Texts(ReadOnlySpan<byte> name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Text).OfType<string>()] : [];

    internal ResourceFields? Object(ReadOnlySpan<byte> name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } value ? new ResourceFields(value) : null;

    internal IReadOnlyList<T> Objects<T>(ReadOnlySpan<byte> name, Func<ResourceFields, T> read) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => read(new ResourceFields(item)))]
            : [];

    /// <summary>The fields that were not read, so this comes last.</summary>
    internal ReadOnlyDictionary<string, object?> Rest() => RestOrNull() ?? ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>The fields that were not read. An empty dictionary inside of what is inside would be too deep for PowerShell's JSON.</summary>
    internal ReadOnlyDictionary<string, object?>? RestOrNull()
    {
        if (index < FieldsOfAMask && BitOperations.PopCount(readFields) == index + 1 && !place.MoveNext())
        {
            // All were read, and in the order in which they came.
            return null;
        }

        Dictionary<string, object?>? rest = null;
        var number = 0;
        foreach (var field in json.EnumerateObject())
        {
            if (!IsRead(number++))
            {
                (rest ??= new(StringComparer.Ordinal))[field.Name] = JsonText.ToValue(field.Value);
            }
        }

        return rest?.AsReadOnly();
    }

    // Fields mostly come in the order in which they are read, so the search goes on where the last one ended, once round at most.
    private JsonElement? Find(ReadOnlySpan<byte> name)
    {
        var (start, isRound) = (index, false);
        while (!isRound || index < start)
        {
            if (!place.MoveNext())
            {
                if (isRound || start < 0)
                {
                    break;
                }

                place.Reset();
                (index, isRound) = (-1, true);
                continue;
            }

            index++;
            var field = place.Current;
            if (field.NameEquals(name))
            {
                SetRead();
                return field.Value is { ValueKind: not JsonValueKind.Null } value ? value : null;
            }
        }

        return null;
    }

    private bool IsRead(int number) => number < FieldsOfAMask ? (readFields >> number & 1) == 1 : readBeyond?.Contains(number) == true;

    private void SetRead()
    {
        if (index < FieldsOfAMask)
        {
            readFields |= 1UL << index;
        }
        else
        {
            (readBeyond ??= []).Add(index);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => String(value),
        _ => value.GetRawText(),
    };

    // A text may hold half a character: a message that was cut in the middle of an emoji, say. That must not cost the list.
    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonSerializer.Deserialize<string>(
                Escapes().Replace(value.GetRawText(), escape => escape.Groups["half"].Success ? @"\uFFFD" : escape.Value))!;
        }
    }

    [GeneratedRegex(@"\\(?:u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|(?<half>u[Dd][89A-Fa-f][0-9A-Fa-f]{2})|.)")]
    private static partial Regex Escapes();
}
