namespace ConversationsAdmin.Bench;

/// <summary>The npm package `twilio`, where it is installed: the scripts in `peers`, each in a node of its own.</summary>
internal static class NodePeer
{
    /// <summary>Why there is nothing to compare with; null when there is.</summary>
    public static string? Missing { get; } =
        !MeasuredProcess.Exists("node") ? "Node.js is not on the PATH"
        : !Directory.Exists(Path.Combine(Repository.NodePackages, "node_modules", "twilio")) ? "the npm package twilio is not installed: run `npm ci` in tests/vendor-clients"
        : null;

    public static void TellMissing()
    {
        if (Missing is not null)
        {
            Console.WriteLine($"  twilio for node is left out: {Missing}.");
        }
    }

    public static Task<(string Output, double Seconds)> RunAsync(string script, ServerProcess server, CancellationToken cancellation, params int[] options) =>
        MeasuredProcess.RunAsync(
            "node",
            [
                Path.Combine(AppContext.BaseDirectory, "peers", script), Repository.NodePackages,
                server.Address.GetLeftPart(UriPartial.Authority), ConversationPages.AccountSid, ConversationPages.ServiceSid, .. options.Select(option => $"{option}"),
            ],
            cancellation);
}
