using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>
/// What a filter demands. As in the provider's database the answer is unknown about something that is missing, also when turned round.
/// </summary>
internal sealed class Condition(Func<AiConversation, bool?> test, CreatedRange range)
{
    public Condition(Func<AiConversation, bool?> test)
        : this(test, CreatedRange.Always)
    {
    }

    /// <summary>Outside of it no conversation meets the condition, which spares looking at them.</summary>
    public CreatedRange Range { get; } = range;

    public bool IsMetBy(AiConversation conversation) => test(conversation) == true;

    public Condition Negated() => new(conversation => !test(conversation));

    public static Condition All(IReadOnlyList<Condition> conditions) => conditions.Count == 1 ? conditions[0] : new(
        conversation =>
        {
            bool? met = true;
            foreach (var condition in conditions)
            {
                met &= condition.Of(conversation);
                if (met == false)
                    return false;
            }
            return met;
        },
        conditions.Select(condition => condition.Range).Aggregate(CreatedRange.Always, (one, other) => one.Both(other)));

    public static Condition Any(IReadOnlyList<Condition> conditions) => new(
        conversation =>
        {
            bool? met = false;
            foreach (var condition in conditions)
            {
                met |= condition.Of(conversation);
                if (met == true)
                    return true;
            }
            return met;
        },
        conditions.Select(condition => condition.Range).Aggregate(CreatedRange.Never, (one, other) => one.Either(other)));

    private bool? Of(AiConversation conversation) => test(conversation);
}
