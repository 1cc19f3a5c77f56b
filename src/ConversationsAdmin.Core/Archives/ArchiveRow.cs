using System.Text.Json;

namespace ConversationsAdmin.Core.Archives;

/// <summary>A row of a list as the provider gave it.</summary>
/// <param name="Id">Its identifier; null where the provider gives none.</param>
/// <param name="Json">The provider's own JSON.</param>
/// <param name="Lacks">What can't be had although it names it; null when it is all there is.</param>
/// <param name="IdOfReceipts">The identifier by which its receipts are listed; null when it can't have any.</param>
internal readonly record struct ArchiveRow(string? Id, string Json, string? Lacks, string? IdOfReceipts)
{
    internal static ArchiveRow Read(JsonElement json, ArchivePart part) =>
        new(Identifier(json), json.GetRawText(), part.Lacks(json), part.IdOfReceipts(json));

    private static string? Identifier(JsonElement json) =>
        (json.TryGetProperty("sid", out var id) || json.TryGetProperty("id", out id)) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
