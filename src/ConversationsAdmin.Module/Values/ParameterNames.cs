using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;

namespace ConversationsAdmin.Module.Values;

/// <summary>The rule that names a cmdlet's parameter after the one on the wire: Pascal case without dots, a list in the singular, and these exceptions.</summary>
internal static class ParameterNames
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["X-Twilio-Webhook-Enabled"] = "WebhookEnabled",
        ["StartDate"] = "CreatedAfter",
        ["EndDate"] = "CreatedBefore",
        ["Idempotency-Key"] = "IdempotencyKey",
        ["filter[userId]"] = "UserId",
        ["filter[userExternalId]"] = "UserExternalId",
        ["page[size]"] = "PageSize",
        ["limit"] = "PageSize",
        ["order"] = "OrderBy",
        ["created_at"] = "CreatedAfter",
        ["last_message_at"] = "LastMessageAfter",
        ["metadata->assistant_id"] = "AssistantId",
        ["metadata->call_control_id"] = "CallControlId",
        ["metadata->telnyx_agent_target"] = "AgentTarget",
        ["metadata->telnyx_end_user_target"] = "EndUserTarget",
        ["metadata->telnyx_conversation_channel"] = "Channel",
        [MetadataFilterParameter.Prefix] = "Metadata",
        ["metadata->*"] = "Metadata",
    };

    internal static string ToCmdlet(OperationParameter parameter)
    {
        var name = Exceptions.GetValueOrDefault(parameter.Name) ?? ToPascalCase(parameter.Name);
        return parameter is ListParameter ? name.TrimEnd('s') : name;
    }

    /// <summary>What a message for a person calls the parameter of an operation, such as <c>-TimersInactive</c>.</summary>
    internal static string Shown(Operation? operation, string wireName) =>
        "-" + (Exceptions.TryGetValue(wireName, out var known) ? known
            : operation?.Parameters.FirstOrDefault(parameter => parameter.IsNamed(wireName)) is not { } parameter ? wireName
            : parameter is { Location: ParameterLocation.Path, IdentifierName: { } identifier } ? identifier
            : ToCmdlet(parameter));

    /// <summary>The parameters of an operation in one place of the request, as a sentence offers them.</summary>
    internal static string ShownChoice(Operation operation, ParameterLocation location)
    {
        var names = operation.Parameters.Where(parameter => parameter.Location == location).Select(parameter => "-" + ToCmdlet(parameter)).ToArray();
        return names is [.., var last] and not [_] ? $"{string.Join(", ", names[..^1])} or {last}" : string.Concat(names);
    }

    internal static IEnumerable<KeyValuePair<string, object?>> GivenValues(Operation operation, IDictionary<string, object> given)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Location != ParameterLocation.Path && operation.Paging?.TransportNames.Contains(parameter.Name) != true))
        {
            if (given.TryGetValue(ToCmdlet(parameter), out var value))
            {
                yield return KeyValuePair.Create(parameter.Name, Unwrap(value) ?? (parameter.MayBeNull ? JsonNull.Value : null));
            }
        }
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static string ToPascalCase(string wireName) => char.ToUpperInvariant(wireName[0]) + wireName[1..].Replace(".", "", StringComparison.Ordinal);
}
