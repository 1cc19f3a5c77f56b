using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConversationsAdmin.Tests.Metadata;

/// <summary>What the providers document, from the files of tests/operations: each has one service of a provider.</summary>
internal static class OperationTable
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static IReadOnlyList<DocumentedOperation> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "operations"), "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static DocumentedOperation Named(string name) => All.Single(operation => operation.Name == name);

    private static IEnumerable<DocumentedOperation> Read(string file)
    {
        var table = JsonSerializer.Deserialize<TableFile>(File.ReadAllText(file), Options)!;
        return table.Operations.Select(operation => operation with { Api = table.Api });
    }

    private sealed record TableFile(string Api, DocumentedOperation[] Operations);
}
