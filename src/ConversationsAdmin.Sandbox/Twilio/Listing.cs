using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>A list as one endpoint shows it: the part from First to End of the stored items, and of these the ones it includes.</summary>
internal sealed record Listing<T>(string ItemsKey, IOrdered<T> Items, Action<Utf8JsonWriter, T> Write)
    where T : class, IListed
{
    public int DefaultPageSize { get; init; } = 50;

    public int First { get; init; }

    public int End { get; init; } = Items.Count;

    /// <summary>Null includes every item, which lets an offset be reached without looking at what it skips.</summary>
    public Func<T, bool>? Includes { get; init; }

    public IEnumerable<ListedAt<T>> From(int index) =>
        Items.From(index).Select((item, steps) => new ListedAt<T>(index + steps, item))
            .TakeWhile(entry => entry.Index < End)
            .Where(entry => Includes?.Invoke(entry.Item) ?? true);

    /// <summary>The included items before this index, the nearest first.</summary>
    public IEnumerable<ListedAt<T>> BackFrom(int index) =>
        Items.BackFrom(index).Select((item, steps) => new ListedAt<T>(index - 1 - steps, item))
            .TakeWhile(entry => entry.Index >= First)
            .Where(entry => Includes?.Invoke(entry.Item) ?? true);

    /// <summary>The index at which the included item with this number stands, or the end.</summary>
    public int IndexOfIncluded(int number) => Includes is null
        ? (int)Math.Min((long)First + number, End)
        : From(First).Skip(number).Select(entry => entry.Index).DefaultIfEmpty(End).First();
}
