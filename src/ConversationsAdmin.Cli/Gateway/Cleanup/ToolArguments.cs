using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Calls;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>The arguments of a tool, read one by one. What is left is unknown, and refused.</summary>
/// <param name="given">The arguments by name.</param>
internal sealed class ToolArguments(IReadOnlyDictionary<string, JsonElement> given)
{
    private readonly HashSet<string> known = [];

    /// <exception cref="RequestArgumentException">It is missing, or no text.</exception>
    internal string Text(string name) => OptionalText(name) ?? throw new RequestArgumentException(name, $"{name} is missing. Give it too.");

    /// <exception cref="RequestArgumentException">It is no text.</exception>
    internal string? OptionalText(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => UnicodeText.Of(name, value),
        _ => throw new RequestArgumentException(name, $"{name} is no text. Give one in quotes."),
    };

    /// <exception cref="RequestArgumentException">It is no whole number of that range.</exception>
    internal int Number(string name, int otherwise, int least, int most) => Find(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) && number >= least && number <= most => number,
        _ => throw new RequestArgumentException(name, $"{name} is no whole number from {least} to {most}."),
    };

    /// <exception cref="RequestArgumentException">It is neither true nor false.</exception>
    internal bool Flag(string name, bool otherwise) => Find(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } value => value.GetBoolean(),
        _ => throw new RequestArgumentException(name, $"{name} is neither true nor false."),
    };

    /// <summary>Refuses what nothing asked for.</summary>
    /// <exception cref="RequestArgumentException">There is such an argument.</exception>
    internal void RefuseOthers()
    {
        if (given.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new RequestArgumentException(unknown, $"There is no '{unknown}'. Give {string.Join(", ", known)}.");
        }
    }

    private JsonElement? Find(string name)
    {
        known.Add(name);
        return given.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
