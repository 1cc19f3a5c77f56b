using System.Text.Json.Serialization;

namespace ConversationsAdmin.Core.Journals;

/// <summary>The first line of a journal: what it is of.</summary>
internal sealed record JournalHeader
{
    /// <summary>The form of the lines that this version writes, and the newest that it reads.</summary>
    internal const int CurrentSchema = 1;

    /// <summary>Stands first, so that the first bytes tell a journal from any other file.</summary>
    [JsonPropertyName(SchemaName)]
    public required int Schema { get; init; }

    /// <summary>Tells this journal from every other.</summary>
    public required Guid Id { get; init; }

    public required string Tool { get; init; }

    public required string Command { get; init; }

    public required string Provider { get; init; }

    public required string Host { get; init; }

    public string? Account { get; init; }

    public string? Container { get; init; }

    public string? Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    internal const string SchemaName = "conversationsAdminJournal";

    internal static JournalHeader Of(JournalIdentity identity) => new()
    {
        Schema = CurrentSchema,
        Id = Guid.NewGuid(),
        Tool = $"ConversationsAdmin {typeof(JournalHeader).Assembly.GetName().Version?.ToString(3)}",
        Command = identity.Command,
        Provider = identity.Connection.Provider.ToString(),
        Host = identity.Connection.Host,
        Account = identity.Connection.Account,
        Container = identity.Container,
        Subject = identity.Subject,
        Time = DateTimeOffset.UtcNow,
    };
}
