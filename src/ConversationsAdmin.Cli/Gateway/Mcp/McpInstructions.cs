using System.Globalization;
using System.Text;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Connections;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>What a client is told before it calls a tool: how calls work here, what is allowed, and the identifiers that can't be found by a call.</summary>
internal static class McpInstructions
{
    /// <summary>The text.</summary>
    internal static string Of(GatewayConnections connections, GatewayAccess access)
    {
        var text = new StringBuilder(
            "Administers conversation platforms. A list answers one page; call the same tool with the arguments in 'next' until that is null. ")
            .Append("What is destroyed can't be had back: confirm must be equal to its identifier. ")
            .Append(access.Write ? "" : $"This gateway was started without {GatewayAccess.AllowWrite}: it changes nothing. ")
            .Append(access.Destroy ? "" : $"This gateway was started without {GatewayAccess.AllowDestructive}: it destroys nothing. ");
        foreach (var connection in connections.All)
        {
            Add(text, "The Twilio Conversations service", connection.ServiceSid);
            Add(text, "The Twilio Proxy service", connection.ProxyServiceSid);
            Add(text, "The Sunshine app", connection.AppId);
        }

        Add(text, "The Sunshine user", connections.SampleUser);
        return text.ToString().TrimEnd();
    }

    private static void Add(StringBuilder text, string what, string? identifier)
    {
        if (identifier is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"{what} to use when none is named is {identifier}. ");
        }
    }
}
