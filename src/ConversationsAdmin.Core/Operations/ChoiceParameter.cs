using System.Collections.Immutable;

namespace ConversationsAdmin.Core.Operations;

/// <summary>One of a set of words. A word that the provider may add tomorrow passes; the documented ones are offered.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="Choices">The documented words.</param>
public sealed record ChoiceParameter(string Name, ParameterLocation Location, ImmutableArray<string> Choices) : OperationParameter(Name, Location)
{
    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var text = value.ToString();
        return string.IsNullOrWhiteSpace(text)
            ? throw Refuse($"the value is blank. Give one of {string.Join(", ", Choices)}.")
            : Choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text;
    }
}
