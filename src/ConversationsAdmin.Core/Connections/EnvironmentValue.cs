namespace ConversationsAdmin.Core.Connections;

/// <summary>An environment variable. One that is blank is none.</summary>
internal static class EnvironmentValue
{
    internal static string? Of(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
