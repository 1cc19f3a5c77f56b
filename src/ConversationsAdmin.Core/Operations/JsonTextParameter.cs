using System.Text;
using System.Text.Json;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A text that must be JSON.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="MaxBytes">The most bytes of UTF-8 that the provider keeps; null when it documents no limit.</param>
public sealed record JsonTextParameter(string Name, ParameterLocation Location, int? MaxBytes = null) : OperationParameter(Name, Location)
{
    /// <inheritdoc/>
    public override bool IsJsonLiteral => true;

    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var text = value.ToString() ?? "";
        try
        {
            JsonDocument.Parse(text).Dispose();
        }
        catch (JsonException exception)
        {
            throw Refuse($"the text is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}). Give JSON such as {{\"topic\":\"billing\"}}.");
        }

        var size = Encoding.UTF8.GetByteCount(text);
        return size > MaxBytes
            ? throw Refuse($"the JSON has {size:N0} bytes; the provider keeps at most {MaxBytes:N0}. Shorten it.")
            : text;
    }
}
