using System.Globalization;
using System.Text.Json;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>A part of a list by number, with the count of all.</summary>
internal sealed record PageNumbers(int Number, int Size)
{
    private const string NumberField = "page[number]";
    private const string SizeField = "page[size]";
    private const int MaxSize = 100;

    /// <summary>What a request without page numbers asks for.</summary>
    public static PageNumbers Default { get; } = new(1, 20);

    public static PageNumbers Read(Call call)
    {
        QueryNames.Demand(call, NumberField, SizeField);
        return new PageNumbers(
            WholeNumber(call, NumberField, Default.Number, int.MaxValue),
            WholeNumber(call, SizeField, Default.Size, MaxSize));
    }

    public Answer Page<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write) => Answer.Json(200, json =>
    {
        var skipped = (int)Math.Min((Number - 1L) * Size, items.Count);
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (var item in items.Skip(skipped).Take(Size))
            write(json, item);
        json.WriteEndArray();
        json.WriteStartObject("meta");
        json.WriteNumber("page_number", Number);
        json.WriteNumber("page_size", Size);
        json.WriteNumber("total_pages", (items.Count + Size - 1) / Size);
        json.WriteNumber("total_results", items.Count);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static int WholeNumber(Call call, string name, int absent, int max)
    {
        var given = call.Query.Where(pair => pair.Key == name).Select(pair => pair.Value).ToList();
        if (given.Count == 0)
            return absent;
        var isOne = int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && given.Count == 1;
        return isOne && number >= 1 && number <= max
            ? number
            : throw ValidationError.InQuery(name, $"It takes one whole number from 1 to {max}.");
    }
}
