using System.Text.Json;

namespace ConversationsAdmin.Bench.Kill;

/// <summary>The files of a trial, in a folder of their own that goes with it.</summary>
internal sealed class KillFiles : IDisposable
{
    private const int Throttle = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("conv-kill-").FullName;

    public string Record => Path.Combine(_folder, "record.jsonl");

    public string Journal => Path.Combine(_folder, "journal.jsonl");

    public string Archive => Path.Combine(_folder, "archive.jsonl");

    public string Policy => Path.Combine(_folder, "policy.json");

    /// <summary>Writes a policy by which every conversation goes, as fast as the server takes it.</summary>
    public void WritePolicy(string service) => File.WriteAllText(Policy, JsonSerializer.Serialize(new
    {
        schemaVersion = 1,
        resourceType = "ConvConversation",
        service,
        criteria = new { name = new[] { "*" } },
        journal = Journal,
        archive = Archive,
        acceptIncompleteArchive = true,
        throttle = Throttle,
        actionsPerSecond = 0,
    }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
