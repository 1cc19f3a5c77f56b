namespace ConversationsAdmin.Core.Operations;

/// <summary>True or false, sent as those words.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
public sealed record BooleanParameter(string Name, ParameterLocation Location) : OperationParameter(Name, Location)
{
    /// <inheritdoc/>
    public override bool IsJsonLiteral => true;

    /// <inheritdoc/>
    public override string ToWire(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text when bool.TryParse(text, out var flag) => flag ? "true" : "false",
        _ => throw Refuse($"'{value}' is neither true nor false. Give one of the two."),
    };
}
