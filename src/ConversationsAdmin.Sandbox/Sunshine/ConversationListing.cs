using System.Text.Json;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>Lists the conversations of one user, the oldest first; there is no list of all of them.</summary>
internal static class ConversationListing
{
    private const string UserId = "filter[userId]";
    private const string UserExternalId = "filter[userExternalId]";

    public static readonly string[] Query =
        [UserId, UserExternalId, PageRequest.AfterField, PageRequest.BeforeField, PageRequest.SizeField];

    public static Answer Read(Call call)
    {
        var problems = new List<string>();
        var page = PageRequest.Read(call.Query, problems);
        var (id, externalId) = (Given(call, UserId), Given(call, UserExternalId));
        if (id is null == externalId is null)
            problems.Add($"The list needs either {UserId} or {UserExternalId}.");
        if (problems.Count > 0)
            throw SunshineError.BadRequest(problems);

        var user = call.User(id, externalId);
        var (start, end) = page.Of(user, call.App);
        var (isFirst, isLast) = (start == 0, end == user.Conversations.Count);
        var after = !isLast && end > start ? user.Conversations[end - 1].Id : null;
        var before = !isFirst && end > start ? user.Conversations[start].Id : null;
        var filter = id is null ? $"{UserExternalId}={Uri.EscapeDataString(externalId!)}" : $"{UserId}={id}";
        var list = $"{call.AddressOfList}?{filter}&{PageRequest.SizeField}={page.Size}";

        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("conversations");
            for (var index = start; index < end; index++)
                ConversationJson.Write(json, user.Conversations[index]);
            json.WriteEndArray();
            json.WriteStartObject("meta");
            json.WriteBoolean("hasMore", page.Before is null ? !isLast : !isFirst);
            WriteIfGiven(json, "afterCursor", after);
            WriteIfGiven(json, "beforeCursor", before);
            json.WriteEndObject();
            json.WriteStartObject("links");
            WriteIfGiven(json, "prev", before is null ? null : $"{list}&{PageRequest.BeforeField}={before}");
            WriteIfGiven(json, "next", after is null ? null : $"{list}&{PageRequest.AfterField}={after}");
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static string? Given(Call call, string name) => call.Query.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private static void WriteIfGiven(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }
}
