using System.Text.Json;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>Texts that came as JSON. What is not Unicode there, such as half a surrogate pair, is found only when it is read.</summary>
internal static class UnicodeText
{
    /// <summary>The text.</summary>
    /// <param name="name">What it is the value of.</param>
    /// <param name="value">A JSON string.</param>
    /// <exception cref="RequestArgumentException">It is no text of Unicode.</exception>
    internal static string Of(string name, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RequestArgumentException(name, $"The text of '{name}' is not valid Unicode: it is in another encoding than UTF-8, or was cut within a character. Send it whole, in UTF-8.");
        }
    }
}
