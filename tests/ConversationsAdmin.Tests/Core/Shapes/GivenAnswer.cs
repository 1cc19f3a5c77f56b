using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Tests.Core.Shapes;

/// <summary>What a sandbox answered an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; null when there was none.</param>
internal sealed record GivenAnswer(Operation Operation, int Status, JsonElement? Body)
{
    /// <summary>The resource, or each row of the list.</summary>
    public IEnumerable<JsonElement> Resources => Body is not { } body ? []
        : Operation.ItemsKey is { } itemsKey ? body.GetProperty(itemsKey).EnumerateArray()
        : [Operation.Envelope is { } envelope ? body.GetProperty(envelope) : body];

    /// <summary>A text of the first resource.</summary>
    public string First(string field) => Resources.First().GetProperty(field).GetString()!;
}
