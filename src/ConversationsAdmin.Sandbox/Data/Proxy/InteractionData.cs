using System.Globalization;
using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>What an interaction says, as the text of a JSON object.</summary>
internal static class InteractionData
{
    public static string OfMessage(string body) => JsonSerializer.Serialize(new { body });

    public static string OfCall(int seconds) => JsonSerializer.Serialize(new { duration = seconds.ToString(CultureInfo.InvariantCulture) });
}
