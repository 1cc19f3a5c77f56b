using System.Globalization;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A point in time, sent in UTC to the second.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
public sealed record DateParameter(string Name, ParameterLocation Location) : OperationParameter(Name, Location)
{
    /// <inheritdoc/>
    public override string ToWire(object value) => value switch
    {
        DateTimeOffset date => Format(date),
        string text when IsoDate.TryParse(text, out var date) => Format(date),
        _ => throw Refuse($"'{value}' is no date. Give one such as 2026-01-31T08:00:00Z."),
    };

    private static string Format(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
