using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConversationsAdmin.Core.Archives;

/// <summary>The lines of an archive that are not the provider's, and how they are written and read.</summary>
internal static class ArchiveLines
{
    internal const string HeaderType = "archive";
    internal const string EndType = "end";
    internal const string ManifestType = "manifest";
    internal const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The first line: whose conversations the archive holds.</summary>
    internal sealed record Header(
        string Type, int SchemaVersion, string Tool, string Provider, string Host, string? Account, string? Container, DateTimeOffset Time)
    {
        /// <summary>Whose it is, as a sentence names it.</summary>
        [JsonIgnore]
        public string Name => $"{Provider}{(Account is null ? "" : $" account {Account}")} at {Host}{(Container is null ? "" : $", {Container}")}";
    }

    /// <summary>The line after those of a conversation: that they are all there.</summary>
    internal sealed record End(
        string Type,
        string Conversation,
        string ResourceType,
        bool IncludesReceipts,
        ArchiveCounts Counts,
        string Sha256,
        bool Complete,
        IReadOnlyList<string> Missing,
        DateTimeOffset Time);

    /// <summary>The last line.</summary>
    internal sealed record Manifest(
        string Type, int Conversations, ArchiveCounts Counts, string Sha256, bool Complete, IReadOnlyList<string> Missing, DateTimeOffset Time);

    internal static End EndOf(ArchivedConversation archived) => new(
        EndType,
        archived.Target,
        archived.ResourceType,
        archived.IncludesReceipts,
        archived.Counts,
        archived.Sha256,
        archived.Complete,
        archived.Missing,
        archived.Time);

    internal static Manifest ManifestOf(ArchiveManifest manifest) =>
        new(ManifestType, manifest.Conversations, manifest.Counts, manifest.Sha256, manifest.Complete, manifest.Missing, manifest.Time);

    /// <summary>A line with the line feed at its end.</summary>
    internal static byte[] Write<T>(T line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Options), (byte)'\n'];

    /// <exception cref="InvalidDataException">It is no such line.</exception>
    internal static T Read<T>(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"it is no line of type {typeof(T).Name.ToLowerInvariant()}", exception);
        }
    }

    /// <summary>How a line of a type begins.</summary>
    internal static byte[] Beginning(string type) => System.Text.Encoding.UTF8.GetBytes($"{{\"type\":\"{type}\",");

    /// <summary>The type of a line, and the conversation that it belongs to; null where it names none.</summary>
    /// <exception cref="InvalidDataException">It is no line of an archive.</exception>
    internal static (string? Type, string? Conversation) ReadBeginning(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && ReadText(ref reader, "type"u8) is { } type ? (type, ReadText(ref reader, "conversation"u8)) : (null, null);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("it is no line of an archive", exception);
        }
    }

    private static string? ReadText(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read() && reader.TokenType == JsonTokenType.String
            ? reader.GetString()
            : null;
}
