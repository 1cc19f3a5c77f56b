using System.Text.Json;

namespace ConversationsAdmin.Module.Tests;

internal sealed record PesterOutcome(string Name, string Result, string Message);

/// <summary>What PesterBridge.ps1 wrote: every test, and what failed outside any test.</summary>
internal sealed record PesterReport(string Host, string Result, IReadOnlyList<string> Failures, IReadOnlyList<PesterOutcome> Tests)
{
    public static PesterReport Read(string path) =>
        JsonSerializer.Deserialize<PesterReport>(File.ReadAllText(path), JsonSerializerOptions.Web)
        ?? throw new InvalidDataException($"{path} holds no report.");
}
