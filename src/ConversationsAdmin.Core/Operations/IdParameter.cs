namespace ConversationsAdmin.Core.Operations;

/// <summary>An identifier that nothing else can stand in for.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="Kind">What it identifies.</param>
public sealed record IdParameter(string Name, ParameterLocation Location, IdentifierKind Kind) : OperationParameter(Name, Location)
{
    /// <inheritdoc/>
    public override string IdentifierName => Kind.IdentifierName;

    /// <inheritdoc/>
    public override string ToWire(object value) => value switch
    {
        AlternateName name => throw Refuse($"only {Kind} identifies it here, and '{name}' is a name. Give the id."),
        _ => Kind.Matches(value.ToString()) ? value.ToString()! : throw Refuse($"{Kind.Explain(value.ToString())}"),
    };
}
