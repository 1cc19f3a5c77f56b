
namespace ConversationsAdmin.Core.Operations;

/// <summary>A parameter of an operation, by the name that it has on the wire, with what the provider documents about it.</summary>
/// <param name="Name">The wire name, such as <c>Timers.Inactive</c>.</param>
/// <param name="Location">Where the request carries it.</param>
public abstract record OperationParameter(string Name, ParameterLocation Location)
{
    /// <summary>What the value means, in one short sentence; null when the kind of an identifier says it.</summary>
    public string? Description { get; init; }

    /// <summary>True when the provider refuses the request without it.</summary>
    public bool Required { get; init; }

    /// <summary>True when null may be sent, which clears the field, as leaving it out does not.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>What is sent when nothing is given; null when nothing is.</summary>
    public virtual object? Default => null;

    /// <summary>True when its values make an array in a JSON body, even one alone.</summary>
    public virtual bool IsList => false;

    /// <summary>True when the text is JSON by itself and stands unquoted in a JSON body, as a number does.</summary>
    public virtual bool IsJsonLiteral => false;

    /// <summary>What the identifier in it is called on input and output, such as <c>ConversationSid</c>; null when it holds none.</summary>
    public virtual string? IdentifierName => null;

    /// <summary>With which values a change can't be taken back, as a sentence says it; null when it can with every one.</summary>
    public virtual string? FinalWhen => null;

    /// <summary>Whether a change to a value can't be taken back.</summary>
    /// <param name="text">The value as it is sent.</param>
    public virtual bool IsFinal(string text) => false;

    /// <summary>Whether a wire name means this parameter.</summary>
    /// <param name="wireName">The wire name.</param>
    public virtual bool IsNamed(string wireName) => wireName == Name;

    /// <summary>The text that is sent for a value.</summary>
    /// <param name="value">The value, of a type that fits the parameter.</param>
    /// <exception cref="RequestArgumentException">The value is none that the provider documents.</exception>
    public abstract string ToWire(object value);

    /// <summary>The texts that are sent for a value: one, unless the parameter is a list.</summary>
    /// <param name="value">The value, of a type that fits the parameter.</param>
    /// <exception cref="RequestArgumentException">The value is none that the provider documents.</exception>
    public virtual IReadOnlyList<string> ToWireTexts(object value) => [ToWire(value)];

    /// <summary>The error for a value that does not fit.</summary>
    /// <param name="problem">What is wrong, and what to give instead.</param>
    protected RequestArgumentException Refuse(FormattableString problem) => RequestArgumentException.About(Name, problem);
}
