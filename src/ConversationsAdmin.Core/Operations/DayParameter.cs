using System.Globalization;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A day that a list begins or ends with. The provider documents only whole days, so a time of day is the caller's to check.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="TimeOfDay">The time that the provider wants with it: that of the first or of the last second.</param>
public sealed record DayParameter(string Name, ParameterLocation Location, TimeOnly TimeOfDay) : OperationParameter(Name, Location)
{
    /// <inheritdoc/>
    public override string ToWire(object value) => value switch
    {
        DateTimeOffset date => Format(date),
        string { Length: > 10 } text when IsoDate.TryParse(text, out var moment) && TimeOnly.FromDateTime(moment.UtcDateTime) != TimeOfDay =>
            throw Refuse($"'{text}' has a time, and the provider lists by whole days only. Give the day, such as {text[..10]}."),
        string text when IsoDate.TryParse(text, out var date) => Format(date),
        _ => throw Refuse($"'{value}' is no date. Give one such as 2026-01-31."),
    };

    private string Format(DateTimeOffset date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.UtcDateTime:yyyy-MM-dd}T{TimeOfDay:HH:mm:ss}Z");
}
