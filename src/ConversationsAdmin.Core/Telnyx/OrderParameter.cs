using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>The order of a list: a field, and <c>asc</c> or <c>desc</c>.</summary>
public sealed partial record OrderParameter() : OperationParameter("order", ParameterLocation.Query)
{
    /// <inheritdoc/>
    public override string ToWire(object value) =>
        Order().IsMatch(value.ToString() ?? "") ? value.ToString()! : throw Refuse($"'{value}' is no order. Give a field and asc or desc, such as last_message_at.desc.");

    [GeneratedRegex(@"^[a-z_]+\.(asc|desc)(,[a-z_]+\.(asc|desc))*\z")]
    private static partial Regex Order();
}
