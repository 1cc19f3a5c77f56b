namespace ConversationsAdmin.Module.Pipeline;

/// <summary>What a question says of where something is.</summary>
internal static class Account
{
    /// <summary>The provider, the account, and the connection to it.</summary>
    internal static string Of(ConvConnection connection) =>
        $"{connection.Provider}, {(connection.AccountSid is { } account ? $"account {account}, " : "")}connection {connection.Name}";
}
