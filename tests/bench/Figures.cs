using System.Globalization;

namespace ConversationsAdmin.Bench;

internal static class Figures
{
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static void Print(string title, params (string Label, FormattableString Value)[] rows)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        int width = rows.Max(row => row.Label.Length) + 2;
        foreach ((string label, FormattableString value) in rows)
        {
            Console.WriteLine($"  {label.PadRight(width)}{value.ToString(CultureInfo.InvariantCulture)}");
        }
    }
}
