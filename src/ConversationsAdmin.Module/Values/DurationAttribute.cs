using System.Globalization;
using System.Management.Automation;
using System.Xml;

namespace ConversationsAdmin.Module.Values;

/// <summary>
/// Takes a duration as a TimeSpan, as ISO 8601 (<c>PT10M</c>) or as <c>hh:mm:ss</c>. A bare number is refused: PowerShell would take it for ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            TimeSpan duration => NotNegative(duration),
            string text => NotNegative(Parse(text.Trim())),
            _ => throw Refuse($"'{inputData}' has no unit."),
        };

    private static TimeSpan Parse(string text)
    {
        if (text.StartsWith('P'))
        {
            return ParseIso(text);
        }

        return text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration)
            ? duration
            : throw Refuse(double.TryParse(text, CultureInfo.InvariantCulture, out _) ? $"'{text}' has no unit." : $"'{text}' is no duration.");
    }

    private static TimeSpan ParseIso(string text)
    {
        var date = text.Split('T')[0];
        if (date.Contains('Y') || date.Contains('M'))
        {
            throw Refuse($"'{text}' counts in months or years, whose length varies. Count in days.");
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            throw Refuse($"'{text}' is no ISO 8601 duration.");
        }
    }

    private static TimeSpan NotNegative(TimeSpan duration) => duration >= TimeSpan.Zero ? duration : throw Refuse("A duration can't be negative.");

    private static ArgumentTransformationMetadataException Refuse(string what) =>
        new($"{what} Give a duration such as PT10M, '00:10:00' or (New-TimeSpan -Minutes 10).");
}
