using System.Globalization;
using ConversationsAdmin.Twilio;
using Spectre.Console;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Shows what a clean-up would remove: counts by state and age, and the first few by name.</summary>
internal static class CleanupPreview
{
    private const int MostNamed = 5;

    private static readonly (string Label, int FromDays)[] Ages =
    [
        ("under 30 days", 0), ("30 to 90 days", 30), ("90 to 180 days", 90), ("180 to 365 days", 180), ("over 365 days", 365),
    ];

    internal static void Write(IAnsiConsole console, TextWriter output, IReadOnlyCollection<Conversation> conversations, DateTimeOffset now)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("State");
        foreach (var (label, _) in Ages)
        {
            table.AddColumn(new TableColumn(label).RightAligned());
        }

        table.AddColumn(new TableColumn("Total").RightAligned());
        foreach (var state in conversations.GroupBy(conversation => conversation.State ?? "").OrderBy(state => state.Key, StringComparer.Ordinal))
        {
            var counts = Ages.Select((_, index) => state.Count(conversation => AgeIndex(conversation, now) == index));
            table.AddRow([Markup.Escape(state.Key), .. counts.Select(Number), Number(state.Count())]);
        }

        console.Write(table);
        foreach (var conversation in conversations.OrderBy(conversation => conversation.DateUpdated).Take(MostNamed))
        {
            output.WriteLine($"  {conversation.ConversationSid}  {conversation.DateUpdated:yyyy-MM-dd}  {conversation.FriendlyName ?? conversation.UniqueName}");
        }

        if (conversations.Count > MostNamed)
        {
            output.WriteLine($"  and {conversations.Count - MostNamed:N0} others");
        }
    }

    private static int AgeIndex(Conversation conversation, DateTimeOffset now) =>
        Array.FindLastIndex(Ages, age => (now - conversation.DateUpdated)?.TotalDays >= age.FromDays);

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
