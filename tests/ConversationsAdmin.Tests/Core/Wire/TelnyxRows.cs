using System.Globalization;
using System.Web;

namespace ConversationsAdmin.Tests.Core.Wire;

/// <summary>Conversations behind a socket that answers the list of Telnyx, as carelessly as a test says.</summary>
/// <param name="Rows">The ids, the times that are kept, and those that are shown.</param>
internal sealed record TelnyxRows(IReadOnlyList<(string Id, DateTimeOffset Stored, DateTimeOffset Shown)> Rows)
{
    /// <summary>The most rows of the answer to a request of this number.</summary>
    public Func<int, int> Cap { get; init; } = _ => int.MaxValue;

    public bool HeedsOrderOfIds { get; init; } = true;

    public bool HeedsExcludedIds { get; init; } = true;

    public bool RefusesOrderOfIds { get; init; }

    /// <summary>Whether what was created at one time comes in another order each time.</summary>
    public bool TurnsTies { get; init; }

    /// <summary>What happens on the account just before a request of this order is answered.</summary>
    public Action<string?> Meanwhile { get; init; } = _ => { };

    public static string Id(int number) => $"00000000-0000-0000-0000-{number:x12}";

    public WireServer Serve() => new(request =>
    {
        var query = HttpUtility.ParseQueryString(request.Query);
        Meanwhile(query["order"]);
        if (RefusesOrderOfIds && query["order"] == "id.asc")
        {
            return WireAnswer.Json(422, """{"errors":[{"code":"10015","title":"Bad request"}]}""");
        }

        var turn = TurnsTies ? request.Number * 3 % Rows.Count : 0;
        var turned = Rows.Skip(turn).Concat(Rows.Take(turn));
        var found = Ordered(turned.Where(row => IsCreated(row.Stored, query["created_at"]) && HasId(row.Id, query["id"])), query["order"]);
        var limit = int.Parse(query["limit"] ?? "100", CultureInfo.InvariantCulture);
        var page = found.Take(Math.Min(Cap(request.Number), limit))
            .Select(row => $$"""{"id":"{{row.Id}}","created_at":"{{row.Shown:yyyy-MM-dd'T'HH:mm:ss.fff}}Z"}""");
        return WireAnswer.Json(200, $$"""{"data":[{{string.Join(",", page)}}]}""");
    });

    private IEnumerable<(string Id, DateTimeOffset Stored, DateTimeOffset Shown)> Ordered(
        IEnumerable<(string Id, DateTimeOffset Stored, DateTimeOffset Shown)> rows, string? order) => order switch
        {
            "created_at.asc" => rows.OrderBy(row => row.Stored),
            "created_at.desc" => rows.OrderByDescending(row => row.Stored),
            "id.asc" when HeedsOrderOfIds => rows.OrderBy(row => row.Id, StringComparer.Ordinal),
            _ => rows,
        };

    private bool HasId(string id, string? filter) => filter switch
    {
        null => true,
        _ when filter.StartsWith("not.in.", StringComparison.Ordinal) => !HeedsExcludedIds || !filter.Contains(id, StringComparison.Ordinal),
        _ when filter.StartsWith("gt.", StringComparison.Ordinal) => string.CompareOrdinal(id, filter[3..]) > 0,
        _ => filter == "eq." + id,
    };

    private static bool IsCreated(DateTimeOffset stored, string? filter)
    {
        if (filter?.Split('.', 2) is not [var operation, var text])
        {
            return true;
        }

        var bound = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        return operation switch { "gte" => stored >= bound, "gt" => stored > bound, _ => stored == bound };
    }
}
