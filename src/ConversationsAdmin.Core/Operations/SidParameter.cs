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
        AlternateName name => throw RefuseSid($"only {Kind} identifies it here, and '{name}' is a name. Give the SID."),
        _ => Kind.Matches(value.ToString()) ? value.ToString()! : throw RefuseSid($"{Kind.Explain(value.ToString())}"),
    };

    // The wire calls the identifier of the resource itself plain Sid, which tells a person nothing.
    private string ShownName => Name == "Sid" ? Kind.IdentifierName : Name;

    // The parameter of a cmdlet that takes it, such as UniqueName.
    private string AlternateShownName => string.Concat(Alternate!.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private string CheckedAlternate(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw RefuseAlternate($"the {Alternate} is blank. Give one, or {Kind} as {WireNames.Of(Kind.IdentifierName)}.");
        }

        // The provider would take it for the identifier.
        if (Kind.Matches(name))
        {
            throw RefuseAlternate($"'{name}' is {Kind} and no {Alternate}. Give it as {WireNames.Of(Kind.IdentifierName)}.");
        }

        // A proxy on the way may decode %2F. A name with such a part would then climb to what is above it.
        return name.Split('/', '\\').Any(part => part is "." or "..")
            ? throw RefuseAlternate($"with the part '.' or '..', '{name}' could reach something else. Give {Kind} as {WireNames.Of(Kind.IdentifierName)}.")
            : name.Any(char.IsControl)
            ? throw RefuseAlternate($"the {Alternate} holds a control character. Give {Kind} as {WireNames.Of(Kind.IdentifierName)}.")
            : name;
    }

    private RequestArgumentException RefuseSid(FormattableString problem) => RequestArgumentException.About(Name, problem, ShownName);

    private RequestArgumentException RefuseAlternate(FormattableString problem) => RequestArgumentException.About(Name, problem, AlternateShownName);
}
