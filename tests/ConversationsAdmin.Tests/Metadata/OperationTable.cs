using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConversationsAdmin.Tests.Metadata;

/// <summary>What the providers document, from the files of tests/operations: each has one service of a provider. Its folder archive has what only archives read.</summary>
internal static class OperationTable
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The operations that a cmdlet is for.</summary>
    public static IReadOnlyList<DocumentedOperation> All { get; } = ReadFolder("operations");

    /// <summary>The operations that archives read besides.</summary>
    public static IReadOnlyList<DocumentedOperation> OfArchives { get; } = ReadFolder("operations", "archive");

    public static DocumentedOperation Named(string name) => All.Concat(OfArchives).Single(operation => operation.Name == name);

    private static DocumentedOperation[] ReadFolder(params string[] folder) =>
        [.. Directory.GetFiles(Path.Combine([Repository.Root, "tests", .. folder]), "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<DocumentedOperation> Read(string file)
    {
        var table = JsonSerializer.Deserialize<TableFile>(File.ReadAllText(file), Options)!;
        return table.Operations.Select(operation => operation with { Api = table.Api });
    }

    private sealed record TableFile(string Api, DocumentedOperation[] Operations);
}
