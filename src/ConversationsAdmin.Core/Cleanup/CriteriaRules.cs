using System.Globalization;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>Criteria that a clean-up can be planned by. What is misspelt, or unknown to the provider, must never mean more.</summary>
public static class CriteriaRules
{
    // Clocks differ a little.
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    /// <summary>Checks criteria before anything is asked of the provider, and writes them as they are compared.</summary>
    /// <param name="resource">What is looked for.</param>
    /// <param name="scope">Where.</param>
    /// <param name="criteria">The criteria.</param>
    /// <exception cref="RequestArgumentException">They can't be meant, or can't be answered.</exception>
    public static CleanupCriteria Checked(CleanupResource resource, CleanupScope scope, CleanupCriteria criteria)
    {
        CheckScope(resource, scope);
        CheckState(resource, criteria);
        CheckKnown(resource, criteria);
        CheckDates(criteria);
        foreach (var pattern in criteria.Name)
        {
            CheckPattern(pattern);
        }

        if (criteria.KeepNewest < 1)
        {
            throw RequestArgumentException.About("KeepNewest", $"give how many of each participant are kept, 1 or more, or leave it out.");
        }

        if (criteria is { KeepNewest: not null, NoParticipant: true })
        {
            throw RequestArgumentException.About("KeepNewest", $"where nobody takes part, there is nobody whose newest could be kept. Give either it or {new WireNames(" ", "NoParticipant")}.");
        }

        foreach (var identifier in criteria.Exclude)
        {
            if (!resource.Kind.Matches(identifier))
            {
                throw RequestArgumentException.About("Exclude", $"{resource.Kind.Explain(identifier)}");
            }
        }

        RefuseEverything(criteria);
        return criteria with { Attribute = CheckedAttributes(criteria.Attribute) };
    }

    private static void CheckScope(CleanupResource resource, CleanupScope scope)
    {
        if (resource.Container is { } container && !container.Matches(scope.Container))
        {
            throw RequestArgumentException.About(container.IdentifierName, $"{container.Explain(scope.Container)}");
        }

        var namesUsers = scope.UserIds.Count + scope.UserExternalIds.Count > 0;
        if (resource.ListsByUser != namesUsers)
        {
            throw RequestArgumentException.About("UserId", resource.ListsByUser
                ? (FormattableString)$"the provider lists the conversations of one user, and has no list of an app's. Give the users, by {new WireNames(" or ", "UserId", "UserExternalId")}."
                : $"only the conversations of Sunshine are found by their users. Leave it out.");
        }

        if (scope.UserIds.Concat(scope.UserExternalIds).Any(string.IsNullOrWhiteSpace))
        {
            throw RequestArgumentException.About("UserId", $"a user is blank. Give the id of one.");
        }
    }

    private static void CheckState(CleanupResource resource, CleanupCriteria criteria)
    {
        if (criteria.State is { } state && !resource.States.Contains(state))
        {
            throw RequestArgumentException.About("State", resource.States.IsEmpty
                ? (FormattableString)$"{resource.ResourceType} has no state. Leave it out."
                : $"'{state}' is none. Give one of {string.Join(", ", resource.States)}.");
        }
    }

    private static void CheckKnown(CleanupResource resource, CleanupCriteria criteria)
    {
        if (criteria.UpdatedBefore is not null && !resource.HasDateUpdated)
        {
            throw RequestArgumentException.About("UpdatedBefore", $"{resource.ResourceType} has no date of its last update. Ask for {new WireNames(" ", "LastMessageBefore")}.");
        }

        if (criteria.Attribute.Count > 0 && !resource.HasAttributes)
        {
            throw RequestArgumentException.About("Attribute", $"{resource.ResourceType} has no attributes. Leave it out.");
        }

        if (criteria.NoParticipant && resource.Participants is null)
        {
            throw RequestArgumentException.About("NoParticipant", $"nothing tells who takes part in a {resource.ResourceType}. Leave it out.");
        }
    }

    // A sign that is forgotten, as in AddDays(90), would mean what is in use today.
    private static void CheckDates(CleanupCriteria criteria)
    {
        foreach (var (name, date) in new[] { ("CreatedBefore", criteria.CreatedBefore), ("UpdatedBefore", criteria.UpdatedBefore), ("LastMessageBefore", criteria.LastMessageBefore) })
        {
            if (date > DateTimeOffset.UtcNow + MostAhead)
            {
                throw RequestArgumentException.About(name, $"{date?.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC is to come, so everything would be from before it. Give a time that is past; a bare date means the end of its day.");
            }
        }
    }

    private static void CheckPattern(string pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern) || pattern.AsSpan().IndexOfAny('[', ']', '\\') >= 0)
        {
            throw RequestArgumentException.About("Name", $"'{pattern}' can't be looked for. Give a name with * and ? for what may differ; sets such as [a-z] are not known here.");
        }
    }

    private static void RefuseEverything(CleanupCriteria criteria)
    {
        if (criteria is { State: null, CreatedBefore: null, UpdatedBefore: null, LastMessageBefore: null, NoParticipant: false, NoMessage: false, KeepNewest: null, Name.Count: 0, Attribute.Count: 0 })
        {
            throw new RequestArgumentException("Criteria", "No criterion is given, which would mean everything. Give at least one; the name * says everything on purpose.");
        }
    }

    private static Dictionary<string, object?> CheckedAttributes(IReadOnlyDictionary<string, object?> attributes)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            values[string.IsNullOrWhiteSpace(name) ? throw RequestArgumentException.About("Attribute", $"a name is blank. Give the name of one.") : name] = value switch
            {
                null or string or bool => value,
                sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Number(name, (IConvertible)value),
                _ => throw RequestArgumentException.About("Attribute", $"the value of '{name}' is no text, number, boolean or null. Give one of these."),
            };
        }

        return values;
    }

    private static decimal Number(string name, IConvertible value)
    {
        try
        {
            return value.ToDecimal(CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw RequestArgumentException.About("Attribute", $"the value of '{name}', {value.ToString(CultureInfo.InvariantCulture)}, is no number that can be compared exactly. Give one of at most 28 digits.");
        }
    }
}
