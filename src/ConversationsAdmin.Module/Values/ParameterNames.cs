using System.Management.Automation;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Values;

/// <summary>The rule that names a cmdlet's parameter after the one on the wire: Pascal case without dots, a list in the singular, and these exceptions.</summary>
internal static class ParameterNames
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["X-Twilio-Webhook-Enabled"] = "WebhookEnabled",
        ["StartDate"] = "CreatedAfter",
        ["EndDate"] = "CreatedBefore",
    };

    // The transport's business.
    private static readonly string[] Paging = ["PageSize", "Page", "PageToken"];

    internal static string ToCmdlet(OperationParameter parameter)
    {
        var name = Exceptions.GetValueOrDefault(parameter.Name) ?? parameter.Name.Replace(".", "", StringComparison.Ordinal);
        return parameter is ListParameter ? name.TrimEnd('s') : name;
    }

    /// <summary>What a message for a person calls the parameter of an operation, such as <c>-TimersInactive</c>.</summary>
    internal static string Shown(Operation? operation, string wireName) =>
        "-" + (operation?.Parameters.FirstOrDefault(parameter => parameter.Name == wireName) is not { } parameter ? wireName
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
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Location != ParameterLocation.Path && !Paging.Contains(parameter.Name)))
        {
            if (given.TryGetValue(ToCmdlet(parameter), out var value))
            {
                yield return KeyValuePair.Create(parameter.Name, value is PSObject wrapped ? wrapped.BaseObject : (object?)value);
            }
        }
    }
}
