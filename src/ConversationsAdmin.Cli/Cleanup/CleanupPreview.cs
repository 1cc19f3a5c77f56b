using System.Globalization;
using Spectre.Console;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Shows what a clean-up would remove: counts by state and age, and the first few by name.</summary>
internal static class CleanupPreview
{
    private const int MostNamed = 5;

    internal static void Write(IAnsiConsole console, TextWriter output, CleanupPlan plan)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("State");
        foreach (var label in CleanupAge.Labels)
        {
            table.AddColumn(new TableColumn(label).RightAligned());
        }

        table.AddColumn(new TableColumn("Total").RightAligned());
        foreach (var state in plan.Counts.GroupBy(count => count.State))
        {
            var counts = CleanupAge.Labels.Select(label => state.FirstOrDefault(count => count.Age == label)?.Count ?? 0);
            table.AddRow([Markup.Escape(state.Key), .. counts.Select(Number), Number(state.Sum(count => count.Count))]);
        }

        console.Write(table);
        foreach (var item in plan.Items.OrderBy(item => item.DateUpdated ?? item.LastMessageAt ?? item.DateCreated).Take(MostNamed))
        {
            output.WriteLine($"  {item.Target}  {item.DateUpdated ?? item.LastMessageAt ?? item.DateCreated:yyyy-MM-dd}  {item.Name}");
        }

        if (plan.ItemCount > MostNamed)
        {
            output.WriteLine($"  and {plan.ItemCount - MostNamed:N0} others");
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
