namespace ConversationsAdmin.Core.Operations;

/// <summary>An absolute address of the web, which the provider calls.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="MaxLength">The most characters that the provider documents; null when it documents none.</param>
public sealed record UriParameter(string Name, ParameterLocation Location, int? MaxLength = null) : OperationParameter(Name, Location)
{
    /// <summary>True when an empty text takes the address away.</summary>
    public bool MayBeEmpty { get; init; }

    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var text = value is Uri given ? given.OriginalString : value.ToString() ?? "";
        if (MayBeEmpty && text.Length == 0)
        {
            return text;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw Refuse($"'{text}' is no web address. Give a whole one, such as https://example.com/events{(MayBeNull ? ", or $null to clear it" : "")}.");
        }

        return text.Length > MaxLength
            ? throw Refuse($"the address has {text.Length:N0} characters; the provider takes at most {MaxLength:N0}. Shorten it.")
            : text;
    }
}
