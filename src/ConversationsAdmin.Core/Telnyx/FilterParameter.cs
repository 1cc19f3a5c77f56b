using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>A filter of a list in the syntax of PostgREST, such as <c>eq.phone_call</c> or <c>gte.2026-01-31</c>.</summary>
/// <param name="Name">The name of the field.</param>
public record FilterParameter(string Name) : OperationParameter(Name, ParameterLocation.Query)
{
    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var text = value.ToString() ?? "";
        return RowFilter.TryParse(text, out _)
            ? text
            : throw Refuse($"'{text}' is no filter. Give an operator and a value, such as eq.phone_call, like.Voice% or gte.2026-01-31.");
    }
}
