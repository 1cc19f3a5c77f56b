using System.Globalization;
using System.Management.Automation;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Values;

/// <summary>Takes a date. Without a zone it is UTC.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UtcDateAttribute : ArgumentTransformationAttribute
{
    private const string BareDate = "yyyy-MM-dd";

    /// <summary>True when a bare date means the end of that day rather than its beginning.</summary>
    public bool EndOfDay { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            DateTimeOffset date => date.ToUniversalTime(),
            DateTime { Kind: DateTimeKind.Unspecified } date => new DateTimeOffset(date, TimeSpan.Zero),
            DateTime date => new DateTimeOffset(date).ToUniversalTime(),
            string text => Parse(text.Trim()),
            _ => throw Refuse(inputData),
        };

    private DateTimeOffset Parse(string text)
    {
        if (DateTimeOffset.TryParseExact(text, BareDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
        {
            return !EndOfDay ? day : day.Date == DateTime.MaxValue.Date ? DateTimeOffset.MaxValue : day.AddDays(1).AddTicks(-1);
        }

        return IsoDate.TryParse(text, out var date)
            ? date.ToUniversalTime()
            : throw Refuse(text);
    }

    private static ArgumentTransformationMetadataException Refuse(object value) =>
        new($"'{value}' is no date. Give one such as 2026-01-31, 2026-01-31T08:00:00Z or (Get-Date).AddDays(-90).");
}
