using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>A text, compared character by character; a conversation without it meets no comparison, not even that it differs.</summary>
internal sealed class TextFilterField(Func<AiConversation, string?> read, Func<string, string?>? normalize = null) : FilterField
{
    public override Condition Condition(string name, IReadOnlyList<string> operands)
    {
        switch (name)
        {
            case FilterOperator.Is:
                FilterOperator.DemandNull(operands[0]);
                return new Condition(conversation => read(conversation) is null);
            case FilterOperator.In:
                var wanted = operands.Select(Normalized).ToHashSet(StringComparer.Ordinal);
                return When(wanted.Contains);
            case FilterOperator.Like:
                return When(new LikePattern(operands[0], anyCase: false).IsMatch);
            case FilterOperator.LikeInAnyCase:
                return When(new LikePattern(operands[0], anyCase: true).IsMatch);
            default:
                var holds = FilterOperator.Comparing(name);
                var operand = Normalized(operands[0]);
                return When(text => holds(string.CompareOrdinal(text, operand)));
        }
    }

    private string Normalized(string operand) => normalize?.Invoke(operand) ?? operand;

    private Condition When(Func<string, bool> holds) =>
        new(conversation => read(conversation) is { } text ? holds(text) : null);
}
