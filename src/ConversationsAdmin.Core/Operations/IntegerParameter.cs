using System.Globalization;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A whole number.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="Minimum">The least that the provider documents.</param>
/// <param name="Maximum">The most that the provider documents.</param>
public sealed record IntegerParameter(string Name, ParameterLocation Location, long? Minimum = null, long? Maximum = null)
    : OperationParameter(Name, Location)
{
    /// <inheritdoc/>
    public override bool IsJsonLiteral => true;

    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture);
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw Refuse($"'{text}' is no whole number. Give one such as 0 or 25.");
        }

        return number < Minimum || number > Maximum
            ? throw Refuse($"{number} is out of range. Give {Minimum} to {Maximum?.ToString(CultureInfo.InvariantCulture) ?? "any larger number"}.")
            : number.ToString(CultureInfo.InvariantCulture);
    }
}
