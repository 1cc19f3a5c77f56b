using System.Collections.Immutable;

namespace ConversationsAdmin.Core.Operations;

/// <summary>One of a set of words. A word that the provider may add tomorrow passes; the documented ones are offered.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
/// <param name="Choices">The documented words.</param>
public sealed record ChoiceParameter(string Name, ParameterLocation Location, ImmutableArray<string> Choices) : OperationParameter(Name, Location)
{
    /// <summary>The choice that can't be taken back; null when every one can.</summary>
    public string? Final { get; init; }

    /// <inheritdoc/>
    public override string? FinalWhen => Final is null ? null : $"{Name} is {Final}";

    /// <inheritdoc/>
    public override bool IsFinal(string text) => text.Equals(Final, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var text = value.ToString();
        return text is not null && text.Trim().IndexOfAny([' ', ',', '\t', '\r', '\n']) >= 0
            ? throw Refuse($"'{text}' is several words. Give each as a value of its own, as in 'one', 'two', or split it: -split ', '.")
            : string.IsNullOrWhiteSpace(text)
            ? throw Refuse($"the value is blank. Give one of {string.Join(", ", Choices)}.")
            : Choices.FirstOrDefault(choice => choice.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) ?? text.Trim();
    }
}
