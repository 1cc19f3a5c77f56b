using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>A moment, which no pattern applies to and which is never missing.</summary>
internal sealed class DateFilterField(Func<AiConversation, DateTimeOffset> read, bool isCreation) : FilterField
{
    public override Condition Condition(string name, IReadOnlyList<string> operands)
    {
        if (name == FilterOperator.Is)
        {
            FilterOperator.DemandNull(operands[0]);
            return new Condition(static _ => false, CreatedRange.Never);
        }
        if (name == FilterOperator.In)
        {
            var moments = operands.Select(Moment).ToHashSet();
            return new Condition(conversation => moments.Contains(read(conversation)));
        }
        var holds = FilterOperator.Comparing(name);
        var moment = Moment(operands[0]);
        return new Condition(
            conversation => holds(read(conversation).CompareTo(moment)),
            isCreation ? RangeOf(name, moment) : CreatedRange.Always);
    }

    private static DateTimeOffset Moment(string text) => TelnyxDate.TryParse(text, out var moment)
        ? moment
        : throw new FormatException($"'{text}' is no date such as 2025-04-15 or 2025-04-15T13:07:28.764Z.");

    private static CreatedRange RangeOf(string name, DateTimeOffset moment) => name switch
    {
        "eq" => new(moment, moment),
        "gt" or "gte" => CreatedRange.Always with { From = moment },
        "lt" or "lte" => CreatedRange.Always with { To = moment },
        _ => CreatedRange.Always,
    };
}
