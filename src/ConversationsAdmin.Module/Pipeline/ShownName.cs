using System.Management.Automation;

namespace ConversationsAdmin.Module.Pipeline;

/// <summary>What a question calls something: by the name that people know, where there is one, and by its identifier.</summary>
internal static class ShownName
{
    private const int MaxLength = 60;

    private static readonly string[] Properties = ["FriendlyName", "ConversationFriendlyName", "DisplayName", "Name", "UniqueName", "Identity"];

    /// <summary>The name that an object from the pipeline bears; null when it bears none.</summary>
    internal static string? Of(object input) => input is PSObject { BaseObject: not (string or Guid) } piped
        ? Properties.Select(property => piped.Properties[property]?.Value as string).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))
        : null;

    /// <summary>A noun with a name and an identifier.</summary>
    internal static string Write(string noun, object identifier, string? name) =>
        string.IsNullOrWhiteSpace(name) ? $"{noun} {identifier}" : $"{noun} '{OneLine(name)}' ({identifier})";

    // Whoever talks with a customer may name a conversation: a name must not look like a line of the question, or move the cursor.
    private static string OneLine(string name)
    {
        var text = string.Concat(name.Select(character => char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format ? ' ' : character)).Trim();
        return text.Length > MaxLength ? $"{text[..MaxLength]}..." : text;
    }
}
