using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>JSON whose members are in order and without blanks, so that the same content is the same text.</summary>
internal static class CanonicalJson
{
    internal static string? Of(string? json)
    {
        try
        {
            return json is null ? null : Ordered(JsonNode.Parse(json))?.ToJsonString() ?? "null";
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or JsonException)
        {
            // A member that is there twice, or a name with half a character: what can't be put in order is compared as it stands.
            return json;
        }
    }

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
