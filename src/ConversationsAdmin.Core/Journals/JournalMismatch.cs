namespace ConversationsAdmin.Core.Journals;

/// <summary>Refuses a journal that is of something else, and says what differs.</summary>
internal static class JournalMismatch
{
    private const string Advice = "Give the journal of this one, or a file that does not exist yet.";

    internal static void Refuse(string path, JournalHeader header, JournalIdentity identity)
    {
        var connection = identity.Connection;
        if (header.Provider != connection.Provider.ToString())
        {
            throw OtherAccount(path, $"is of {header.Provider}, and this run is on {connection.Provider}");
        }

        if (!header.Host.Equals(connection.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw OtherAccount(path, $"is of what lies at {header.Host}, and this run's connection is to {connection.Host}");
        }

        if (header.Account != connection.Account)
        {
            throw OtherAccount(path, $"is of account {Named(header.Account)}, and this run's connection is to {Named(connection.Account)}");
        }

        if (header.Command != identity.Command)
        {
            throw OtherJournal(path, $"is of {header.Command}, and this is {identity.Command}");
        }

        if (header.Container != identity.Container)
        {
            throw OtherJournal(path, $"is of {Named(header.Container)}, and this run is on {Named(identity.Container)}");
        }

        if (header.Subject != identity.Subject)
        {
            throw OtherJournal(path, $"is of {header.Command} with other values or another plan ({Named(header.Subject)}; here {Named(identity.Subject)})");
        }
    }

    private static string Named(string? text) => text ?? "(none)";

    private static RunFileException OtherAccount(string path, string difference) => new("OtherAccount", path, $"The journal {path} {difference}. {Advice}");

    private static RunFileException OtherJournal(string path, string difference) => new("OtherJournal", path, $"The journal {path} {difference}. {Advice}");
}
