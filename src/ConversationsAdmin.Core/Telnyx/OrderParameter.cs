using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>The order of a list: one of the dates, and <c>asc</c> or <c>desc</c>. What else the provider orders by could not be checked.</summary>
public sealed partial record OrderParameter() : OperationParameter("order", ParameterLocation.Query)
{
    /// <inheritdoc/>
    public override string ToWire(object value) => Order().IsMatch(value.ToString() ?? "")
        ? value.ToString()!
        : throw Refuse($"'{value}' is no order that can be checked. Give one of {string.Join(", ", TelnyxConversationResource.Orders)}.");

    [GeneratedRegex(@"^(created_at|last_message_at)\.(asc|desc)\z")]
    private static partial Regex Order();
}
