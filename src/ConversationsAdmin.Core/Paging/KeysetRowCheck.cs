using System.Text.Json;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;

namespace ConversationsAdmin.Core.Paging;

/// <summary>The filters as they were asked for, applied to every row that comes back.</summary>
internal sealed class KeysetRowCheck
{
    private readonly (string Name, string Text, RowFilter Filter)[] filters;

    internal KeysetRowCheck(OperationRequest asked) => filters =
    [
        .. from field in asked.Fields
           where field.Location == ParameterLocation.Query
           let filter = RowFilter.TryParse(field.Value, out var parsed) ? parsed : null
           where filter is not null && asked.Operation.Parameters.Any(parameter => parameter is FilterParameter && parameter.IsNamed(field.Name))
           select (field.Name, field.Value, filter),
    ];

    internal KeysetRow<T> Demand<T>(PageSource<T> source, JsonElement json, T item)
    {
        var id = json.GetProperty(TelnyxConversationResource.Id).GetString()!;
        var created = json.GetProperty(TelnyxConversationResource.CreatedAt);
        foreach (var (name, text, filter) in filters)
        {
            if (!filter.Matches(Value(json, name)))
            {
                throw source.Unexpected($"conversation {id} was not asked for: {name} is not {text}. The provider seems to have ignored that filter; nothing of this page is used");
            }
        }

        var lastMessage = Value(json, TelnyxConversationResource.LastMessageAt) is { ValueKind: JsonValueKind.String } date ? date.GetDateTimeOffset() : (DateTimeOffset?)null;
        return new(id, created.GetString()!, created.GetDateTimeOffset(), lastMessage, item);
    }

    private static JsonElement? Value(JsonElement json, string name)
    {
        if (name.StartsWith(MetadataFilterParameter.Prefix, StringComparison.Ordinal))
        {
            return json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
                && metadata.TryGetProperty(name[MetadataFilterParameter.Prefix.Length..], out var value) ? value : null;
        }

        return json.TryGetProperty(name, out var field) ? field : null;
    }
}
