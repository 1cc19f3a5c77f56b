namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>Who calls.</summary>
/// <param name="Name">The name that goes with the token.</param>
/// <param name="Interface">REST or MCP.</param>
internal sealed record Caller(string Name, string Interface)
{
    internal const string Rest = "rest";
    internal const string Mcp = "mcp";
}
