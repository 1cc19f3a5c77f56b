using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>Lists the conversations of one user, the oldest first; there is no list of all of them.</summary>
internal static class ConversationListing
{
    private const string UserId = "filter[userId]";
    private const string UserExternalId = "filter[userExternalId]";

    public static readonly string[] Query = [UserId, UserExternalId, .. PageRequest.Query];

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
        var filter = id is null ? $"{UserExternalId}={Uri.EscapeDataString(externalId!)}" : $"{UserId}={id}";
        return page.Of(user.Conversations.Count, cursor => PlaceOf(cursor, user, call.App)).Answer(
            "conversations",
            user.Conversations,
            conversation => conversation.Id,
            ConversationJson.Write,
            $"{call.AddressOfList}?{filter}&{PageRequest.SizeField}={page.Size}&");
    }

    // What has been deleted keeps its place, so that a caller who deletes page by page misses nothing.
    private static (int Before, int Behind) PlaceOf(string cursor, SunshineUser user, SunshineApp app) =>
        app.Remembered(cursor) is { } record && record.Users.Contains(user)
            ? (user.IndexOf(record.Number), user.IndexOf(record.Number + 1))
            : throw PageRequest.UnknownCursor(cursor);

    private static string? Given(Call call, string name) => call.Query.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
}
