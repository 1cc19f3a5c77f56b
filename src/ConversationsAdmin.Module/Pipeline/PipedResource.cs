using System.Management.Automation;

namespace ConversationsAdmin.Module.Pipeline;

/// <summary>
/// What an object from the pipeline says about itself. Of an object, or of what a CSV or JSON file kept of one, only identifiers,
/// the resource type and the connection's name are read; a text is an identifier of the wanted kind or nothing.
/// </summary>
internal sealed class PipedResource
{
    private readonly PSObject input;

    private PipedResource(PSObject input, string identifier)
    {
        this.input = input;
        Identifier = identifier;
    }

    internal string Identifier { get; }

    internal string? ConnectionName => this["ConnectionName"];

    internal string? AccountSid => this["AccountSid"];

    internal string? this[string property] => input.BaseObject is string or Guid ? null : Text(input, property);

    /// <exception cref="WrongTargetException">It is another resource, or does not say enough.</exception>
    /// <exception cref="RequestArgumentException">Its identifier is malformed.</exception>
    internal static PipedResource Read(PSObject input, ResourceIdentity wanted)
    {
        var identifier = input.BaseObject switch
        {
            string text => text.Trim(),
            Guid id => id.ToString(),
            _ => IdentifierOf(input, wanted),
        };
        return wanted.Kind.Matches(identifier)
            ? new PipedResource(input, identifier)
            : throw RequestArgumentException.About(wanted.Identifier, $"{wanted.Kind.Explain(identifier)}");
    }

    private static string IdentifierOf(PSObject input, ResourceIdentity wanted)
    {
        // An object that does not say what it is may bear this identifier for another reason: a connection has its default service's, say.
        var type = Text(input, "ResourceType");
        return type == wanted.ResourceType
            ? Text(input, wanted.Identifier) ?? throw RequestArgumentException.About(
                wanted.Identifier, $"what came down the pipeline has none. If it was named by a unique name or an identity, name it so again.")
            : throw new WrongTargetException(
                $"{NameOf(type)} came down the pipeline where a {wanted.ResourceType} is expected. Pipe what Get-{wanted.ResourceType} writes, or identifiers as text.");
    }

    /// <summary>What a sentence calls an object of a type.</summary>
    internal static string NameOf(string? resourceType) =>
        string.IsNullOrEmpty(resourceType) ? "An object without a resource type" : $"A {resourceType}";

    // A CSV file keeps null as an empty text.
    private static string? Text(PSObject input, string property) =>
        input.Properties[property]?.Value?.ToString() is { Length: > 0 } text ? text : null;
}
