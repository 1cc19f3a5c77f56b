using System.Text.Json.Nodes;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>JSON whose members are in order and without blanks, so that the same content is the same text.</summary>
internal static class CanonicalJson
{
    internal static string? Of(string? json) => json is null ? null : Ordered(JsonNode.Parse(json))?.ToJsonString() ?? "null";

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        JsonValue value => JsonNode.Parse(value.ToJsonString()),
        _ => null,
    };
}
