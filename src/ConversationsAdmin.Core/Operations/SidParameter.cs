namespace ConversationsAdmin.Core.Operations;

/// <summary>An identifier of Twilio's.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="Kind">What it identifies.</param>
public sealed record SidParameter(string Name, ParameterLocation Location, SidKind Kind) : OperationParameter(Name, Location)
{
    /// <summary>
    /// What else the provider takes in its place, such as <c>unique name</c>; null when nothing.
    /// It is only taken when it is given as an <see cref="AlternateName"/>.
    /// </summary>
    public string? Alternate { get; init; }

    /// <inheritdoc/>
    public override string IdentifierName => Kind.IdentifierName;

    /// <inheritdoc/>
    public override string ToWire(object value) => value switch
    {
        AlternateName name when Alternate is not null => CheckedAlternate(name.Text),
        AlternateName => throw Refuse($"only {Kind} identifies it here."),
        _ => Kind.Matches(value.ToString()) ? value.ToString()! : throw new RequestArgumentException(Name, $"{ShownName}: {Kind.Explain(value.ToString())}"),
    };

    // The wire calls the identifier of the resource itself plain Sid, which tells a person nothing.
    private string ShownName => Name == "Sid" ? Kind.IdentifierName : Name;

    private string CheckedAlternate(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw Refuse($"the {Alternate} is blank.");
        }

        // A proxy on the way may decode %2F. A name with such a part would then climb to what is above it.
        return name.Split('/', '\\').Any(part => part is "." or "..")
            ? throw Refuse($"a {Alternate} with the part '.' or '..' could reach something else. Use the SID.")
            : name.Any(char.IsControl)
            ? throw Refuse($"the {Alternate} holds a control character. Use the SID.")
            : name;
    }
}
