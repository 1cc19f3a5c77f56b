using System.Collections.ObjectModel;
using System.Globalization;

namespace ConversationsAdmin;

/// <summary>What a clean-up looks for. Everything that is given must hold; what is not given asks for nothing.</summary>
public sealed record CleanupCriteria
{
    /// <summary>The state of a conversation, or the status of a Proxy session, such as <c>closed</c>.</summary>
    public string? State { get; init; }

    /// <summary>Created before this moment.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Last updated before this moment.</summary>
    public DateTimeOffset? UpdatedBefore { get; init; }

    /// <summary>The last message, or interaction, came before this moment. Without any, the creation counts.</summary>
    public DateTimeOffset? LastMessageBefore { get; init; }

    /// <summary>Nobody takes part.</summary>
    public bool NoParticipant { get; init; }

    /// <summary>Nobody wrote, or called.</summary>
    public bool NoMessage { get; init; }

    /// <summary>The friendly or the unique name is like one of these: <c>*</c> and <c>?</c> are wildcards, upper and lower case are alike.</summary>
    public IReadOnlyList<string> Name { get; init; } = [];

    /// <summary>Attributes, or metadata, that have these values. A dot leads into what is nested.</summary>
    public IReadOnlyDictionary<string, object?> Attribute { get; init; } = ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>Of each participant's conversations so many of the last active are kept; null keeps none for that reason.</summary>
    public int? KeepNewest { get; init; }

    /// <summary>The identifiers of what is kept whatever else holds.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The criteria on one line.</summary>
    public override string ToString() => string.Join(", ", Parts());

    private IEnumerable<string> Parts()
    {
        if (State is not null)
        {
            yield return $"state {State}";
        }

        foreach (var (what, date) in new[] { ("created", CreatedBefore), ("updated", UpdatedBefore), ("last message", LastMessageBefore) })
        {
            if (date is not null)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{what} before {date.Value.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
            }
        }

        if (NoParticipant)
        {
            yield return "no participant";
        }

        if (NoMessage)
        {
            yield return "no message";
        }

        if (Name.Count > 0)
        {
            yield return $"name like {string.Join(" or ", Name)}";
        }

        foreach (var (key, value) in Attribute)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{key} = {value ?? "null"}");
        }

        if (KeepNewest is not null)
        {
            yield return $"not of the newest {KeepNewest} of a participant";
        }

        if (Exclude.Count > 0)
        {
            yield return $"{Exclude.Count:N0} excluded";
        }
    }
}
