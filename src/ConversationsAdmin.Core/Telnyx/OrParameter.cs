using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>Filters of which one must hold, in the syntax of PostgREST: <c>(created_at.gte.2026-04-01,name.eq.Test)</c>.</summary>
public sealed record OrParameter() : OperationParameter("or", ParameterLocation.Query)
{
    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var text = value.ToString()?.Trim() ?? "";
        var listed = text.StartsWith('(') && text.EndsWith(')') ? text : $"({text})";
        return listed.Contains('.') && IsBalanced(listed)
            ? listed
            : throw Refuse($"'{text}' is no list of filters. Give some such as created_at.gte.2026-04-01,name.eq.Test.");
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var character in text)
        {
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
