namespace ConversationsAdmin.Core.Operations;

/// <summary>The identifiers on the way to a resource, by the names that they have on input and output, such as <c>ServiceSid</c>.</summary>
/// <param name="identifiers">The identifiers. One that is a name instead is an <see cref="AlternateName"/>.</param>
public sealed class ResourceAddress(params IReadOnlyList<(string Name, object? Value)> identifiers)
{
    /// <summary>An identifier; null when it is a name instead, or not there.</summary>
    /// <param name="identifierName">What it is called.</param>
    public string? this[string identifierName] => Value(identifierName) as string;

    /// <summary>An identifier, or the <see cref="AlternateName"/> in its place; null when it is not there.</summary>
    /// <param name="identifierName">What it is called.</param>
    public object? Value(string identifierName) =>
        identifiers.FirstOrDefault(identifier => identifier.Name == identifierName).Value;

    /// <summary>The values of the operation's parameters that hold these identifiers, by wire name.</summary>
    /// <param name="operation">The operation.</param>
    public IEnumerable<KeyValuePair<string, object?>> ValuesFor(Operation operation)
    {
        foreach (var parameter in operation.Parameters)
        {
            if (parameter is { Location: ParameterLocation.Path, IdentifierName: { } identifierName })
            {
                yield return KeyValuePair.Create(parameter.Name, Value(identifierName));
            }
        }
    }

    /// <summary>The identifiers from the outermost on, with a slash between them. A name in an identifier's place is marked and escaped.</summary>
    public override string ToString() => string.Join('/', identifiers.Where(identifier => identifier.Value is not null).Select(identifier =>
        identifier.Value is AlternateName name ? $"name={Uri.EscapeDataString(name.Text)}" : identifier.Value!.ToString()));
}
