using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>How a clean-up ended, for people and for programs.</summary>
internal static class CleanupReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void WriteText(TextWriter output, CleanupResult result)
    {
        var closed = result.Closed > 0 ? $"closed {result.Closed:N0}, " : "";
        var skipped = result.Skipped > 0 ? $"skipped {result.Skipped:N0}, " : "";
        var before = result.DoneBefore > 0 ? $", done before {result.DoneBefore:N0}" : "";
        output.WriteLine(
            $"Removed {result.Removed:N0}, already gone {result.AlreadyGone:N0}, {closed}{skipped}failed {result.Failed:N0} of {result.Planned:N0}{before} in {result.Duration.TotalSeconds:0.0} s.");
        if (result.NotBegun > 0)
        {
            output.WriteLine($"{result.NotBegun:N0} were not tried, or their end is not known. Run the same command again: it goes on with what is left.");
        }
    }

    internal static void WriteJson(TextWriter output, CleanupPlan? plan, CleanupResult? result, int exitCode, string? error) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            exitCode,
            error,
            planId = plan?.PlanId,
            planPath = plan?.Path,
            resourceType = plan?.ResourceType,
            account = plan?.Account.Account,
            host = plan?.Account.Host,
            container = plan?.Container,
            listed = plan?.Listed,
            planned = plan?.ItemCount,
            doneBefore = result?.DoneBefore,
            removed = result?.Removed,
            alreadyGone = result?.AlreadyGone,
            closed = result?.Closed,
            skipped = result?.Skipped,
            failed = result?.Failed,
            notBegun = result?.NotBegun,
            seconds = result?.Duration.TotalSeconds,
            journalPath = result?.JournalPath,
            archivePath = result?.ArchivePath,
        },
        Options));
}
