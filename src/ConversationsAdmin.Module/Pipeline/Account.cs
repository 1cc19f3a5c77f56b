namespace ConversationsAdmin.Module.Pipeline;

/// <summary>What a question says of where something is.</summary>
internal static class Account
{
    /// <summary>The connection, and the account or app behind it.</summary>
    internal static string Of(ConvConnection connection, string? appId = null) =>
        string.Join(", ", new[] { connection.Name, connection.AccountSid, appId }.OfType<string>());
}
