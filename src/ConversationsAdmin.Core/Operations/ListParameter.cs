using System.Collections;

namespace ConversationsAdmin.Core.Operations;

/// <summary>Any number of values of one kind. In a form each is sent under the parameter's name, which repeats; JSON has an array.</summary>
/// <param name="Item">What each of them is.</param>
public sealed record ListParameter(OperationParameter Item) : OperationParameter(Item.Name, Item.Location)
{
    /// <inheritdoc/>
    public override bool IsJsonLiteral => Item.IsJsonLiteral;

    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override string ToWire(object value) => Item.ToWire(value);

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToWireTexts(object value)
    {
        var items = value is IEnumerable list and not string ? list.Cast<object?>().ToArray() : [value];
        if (items.Length == 0)
        {
            throw Refuse($"the list is empty, which can't be sent. Give at least one value, or leave it out.");
        }

        return [.. items.Select(item => string.IsNullOrWhiteSpace(item?.ToString()) ? throw Refuse($"one of the values is blank. Leave it out, or give a text for it.") : Item.ToWire(item))];
    }
}
