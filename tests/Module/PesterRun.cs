using Xunit;

namespace ConversationsAdmin.Module.Tests;

/// <summary>Lists the Pester tests for discovery, and runs them once for all rows.</summary>
public sealed class PesterRun
{
    private static readonly Lazy<Task<(PesterHost Host, PesterReport Listed)?>> Listing = new(PesterHost.FindAsync);

    private readonly Lazy<Task<PesterReport?>> _report = new(RunAsync);

    internal static async Task<PesterReport?> ListAsync() => (await Listing.Value)?.Listed;

    internal Task<PesterReport?> ReportAsync() => _report.Value;

    private static async Task<PesterReport?> RunAsync() => await Listing.Value is var (host, _) ? await host.RunAsync() : null;
}
