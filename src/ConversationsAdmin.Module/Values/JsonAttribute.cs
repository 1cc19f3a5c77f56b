using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Module.Values;

/// <summary>Takes JSON as text, or a hashtable or an object that becomes JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class JsonAttribute : ArgumentTransformationAttribute
{
    private const int MaxDepth = 64;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject { BaseObject: string } text ? text.BaseObject : inputData;
        if (value is ScriptBlock or PSObject { BaseObject: ScriptBlock })
        {
            throw new ArgumentTransformationMetadataException("A script block is no value here, and is not run for each object. Use ForEach-Object, and give the value there.");
        }

        if (value is string written && IsCut(written))
        {
            throw Cut();
        }

        return value is null or string or NullString ? value! : ToText(value);
    }

    private static bool IsCut(string text) => TypeName().IsMatch(text);

    [GeneratedRegex(@"^System\.Collections\.[\w.]+(`\d+\[.*\])?\z")]
    private static partial Regex TypeName();

    private static ArgumentTransformationMetadataException Cut() => new(
        "What is here is the name of a type: a CSV file, or ConvertTo-Json with too little -Depth, kept nothing else. Pass the text beside it (AttributesJson, MetadataJson), or use ConvertTo-Json -Depth 20.");

    /// <summary>The JSON of a hashtable, an object or a value.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It can't be written as JSON.</exception>
    internal static string ToText(object? value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(writer, value, depth: 0);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ArgumentTransformationMetadataException($"The object is nested more than {MaxDepth} levels deep, or holds itself.");
        }

        var plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (plain)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string cut when IsCut(cut):
                throw Cut();
            case double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity:
                throw new ArgumentTransformationMetadataException($"JSON has no number for {plain}. Give a text, or leave it out.");
            case string or char or Guid or Uri or Enum:
                writer.WriteStringValue(plain.ToString());
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTime date:
                writer.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal or float or double or System.Numerics.BigInteger:
                writer.WriteRawValue(((IFormattable)plain).ToString(null, CultureInfo.InvariantCulture));
                break;
            // Its own order differs from one process to the next, and a request that is repeated with its Idempotency-Key must be the same.
            case Hashtable table:
                WriteObject(writer, table.Keys.Cast<object>().Select(key => (key.ToString()!, table[key])).OrderBy(member => member.Item1, StringComparer.Ordinal), depth);
                break;
            case IDictionary dictionary:
                WriteObject(writer, dictionary.Keys.Cast<object>().Select(key => (key.ToString()!, dictionary[key])), depth);
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Write(writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteObject(writer, PSObject.AsPSObject(value).Properties.Where(property => property.IsGettable).Select(property => (property.Name, (object?)property.Value)), depth);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> properties, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            writer.WritePropertyName(name);
            Write(writer, value, depth + 1);
        }

        writer.WriteEndObject();
    }
}
