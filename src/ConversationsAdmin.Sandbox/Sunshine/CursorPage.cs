using System.Text.Json;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>The records of a list from one index to the one before another, and which way a caller goes through them.</summary>
internal sealed record CursorPage(int Start, int End, int Count, bool Backwards)
{
    /// <summary>Answers the page with its cursors, and with links that begin with the address of the list and its other parameters.</summary>
    public Answer Answer<T>(string name, IReadOnlyList<T> records, Func<T, string> idOf, Action<Utf8JsonWriter, T> write, string address)
    {
        var (isFirst, isLast, isEmpty) = (Start == 0, End == Count, Start == End);
        var after = isLast || isEmpty ? null : idOf(records[End - 1]);
        var before = isFirst || isEmpty ? null : idOf(records[Start]);
        return Http.Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray(name);
            for (var index = Start; index < End; index++)
                write(json, records[index]);
            json.WriteEndArray();
            json.WriteStartObject("meta");
            json.WriteBoolean("hasMore", Backwards ? !isFirst : !isLast);
            WriteIfGiven(json, "afterCursor", after);
            WriteIfGiven(json, "beforeCursor", before);
            json.WriteEndObject();
            json.WriteStartObject("links");
            WriteIfGiven(json, "prev", before is null ? null : $"{address}{PageRequest.BeforeField}={before}");
            WriteIfGiven(json, "next", after is null ? null : $"{address}{PageRequest.AfterField}={after}");
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteIfGiven(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }
}
