using System.Globalization;
using System.Text.Json;

namespace ConversationsAdmin.Bench;

internal static class Figures
{
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median of what one has for one of the other, pair by pair: what disturbs the machine for a while disturbs both of a pair.</summary>
    public static double Ratio(IEnumerable<double> ones, IEnumerable<double> others) => ones.Zip(others, (one, other) => one / other).Median();

    /// <summary>Reads the last line of a program's output as JSON.</summary>
    public static T Read<T>(string output)
    {
        string last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("null");
        return JsonSerializer.Deserialize<T>(last, JsonSerializerOptions.Web) ?? throw new BenchmarkException($"Nothing was measured:\n{output}");
    }

    /// <summary>Takes each measure once a round, and every other round in the reverse order.</summary>
    public static async Task<double[][]> AlternateAsync(int rounds, params Func<Task<double>>[] measures)
    {
        double[][] taken = [.. measures.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            IEnumerable<int> order = Enumerable.Range(0, measures.Length);
            foreach (int measure in round % 2 == 0 ? order : order.Reverse())
            {
                taken[measure][round] = await measures[measure]();
            }
        }

        return taken;
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
