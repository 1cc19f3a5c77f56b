using System.Globalization;
using System.Text;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A text.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="MaxLength">The most characters that the provider documents; null when it documents none.</param>
public sealed record TextParameter(string Name, ParameterLocation Location, int? MaxLength = null) : OperationParameter(Name, Location)
{
    /// <summary>The fewest characters that the provider documents.</summary>
    public int MinLength { get; init; }

    /// <summary>The most bytes of UTF-8 that the provider documents; null when it documents none.</summary>
    public int? MaxBytes { get; init; }

    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        // A blank filter would be no filter, or one for nothing.
        if ((Required || Location == ParameterLocation.Query) && string.IsNullOrWhiteSpace(text))
        {
            throw Refuse($"the text is blank. Give one.");
        }

        var size = Encoding.UTF8.GetByteCount(text);
        if (size > MaxBytes)
        {
            throw Refuse($"the text has {size:N0} bytes; the provider takes at most {MaxBytes:N0}. Shorten it.");
        }

        var length = new StringInfo(text).LengthInTextElements;
        if (length < MinLength)
        {
            throw Refuse($"the text is empty. Give at least {MinLength} character{(MayBeNull ? ", or $null to clear it" : "")}.");
        }

        return length > MaxLength
            ? throw Refuse($"the text has {length} characters; the provider takes at most {MaxLength}. Shorten it.")
            : text;
    }
}
