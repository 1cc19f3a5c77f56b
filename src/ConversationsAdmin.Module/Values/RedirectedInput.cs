using System.Management.Automation.Host;

namespace ConversationsAdmin.Module.Values;

/// <summary>Input that nobody types: from it the console reads blank lines as answers, waits for a pipe that stays open, and fails at its end without a reason.</summary>
internal static class RedirectedInput
{
    private const string ConsoleHostName = "ConsoleHost";

    /// <summary>Whether a host would read its answers from such input.</summary>
    internal static bool IsOf(PSHost host) => host.Name == ConsoleHostName && Console.IsInputRedirected;
}
