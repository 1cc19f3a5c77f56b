using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A duration, sent as ISO 8601 writes it. Zero switches the timer off.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="Minimum">The shortest that the provider takes, zero aside.</param>
public sealed partial record DurationParameter(string Name, ParameterLocation Location, TimeSpan Minimum) : OperationParameter(Name, Location)
{
    private const string Never = "PT0S";

    /// <summary>True when what happens at its end can't be taken back.</summary>
    public bool EndIsFinal { get; init; }

    /// <inheritdoc/>
    public override string? FinalWhen => EndIsFinal ? $"{Name} is other than {Never}" : null;

    /// <inheritdoc/>
    public override bool IsFinal(string text) => EndIsFinal && text != Never;

    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var duration = value as TimeSpan? ?? Parse(value.ToString() ?? "");
        return duration == TimeSpan.Zero ? Never
            : duration < Minimum
            ? throw Refuse($"{XmlConvert.ToString(duration)} is too short. Give {XmlConvert.ToString(Minimum)} or longer, or PT0S to switch the timer off.")
            : XmlConvert.ToString(duration);
    }

    private TimeSpan Parse(string text)
    {
        try
        {
            return Weeks().Match(text) is { Success: true } weeks ? TimeSpan.FromDays(7 * int.Parse(weeks.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) : XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            throw Refuse($"'{text}' is no ISO 8601 duration. Give one such as PT10M or P1D.");
        }
    }

    [GeneratedRegex(@"^P(\d{1,4})W\z")]
    private static partial Regex Weeks();
}
