using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>Makes the example of a body: what the operation cannot do without, and a little more. Core is the judge of whether it would be taken.</summary>
internal static class RequestExample
{
    private const int Enough = 2;

    /// <summary>A body that the operation takes.</summary>
    internal static JsonObject Of(Operation operation)
    {
        var fields = operation.Parameters.Where(parameter => parameter.Location == In.Body).ToArray();
        var example = new JsonObject(fields.Where(field => field.Required).Select(Member));
        while (Refused(operation, example) is { } name)
        {
            example.Add(Member(fields.First(field => field.Name == name)));
        }

        // What belongs to a part of the resource comes last: it is seldom of use alone.
        foreach (var field in fields.Where(field => !example.ContainsKey(field.Name) && SpeaksForItself(field)).OrderBy(field => field.Name.Contains('.')))
        {
            if (example.Count < Enough)
            {
                example.Add(Member(field));
                _ = Refused(operation, example) is not null && example.Remove(field.Name);
            }
        }

        return example;
    }

    // A field that another one needs, or that is missing, is what the refusal names.
    private static string? Refused(Operation operation, JsonObject example)
    {
        try
        {
            OperationRequest.CheckValues(operation, CallValues.OfBody(operation, JsonSerializer.SerializeToElement(example)));
            return null;
        }
        catch (RequestArgumentException refusal)
        {
            return refusal.Parameter;
        }
    }

    private static bool SpeaksForItself(OperationParameter field) => field is not (SidParameter or DateParameter or UriParameter);

    private static KeyValuePair<string, JsonNode?> Member(OperationParameter field) => KeyValuePair.Create(field.Name, (JsonNode?)ValueOf(field));

    private static JsonNode ValueOf(OperationParameter field) => field switch
    {
        BooleanParameter => true,
        IntegerParameter number => number.Minimum ?? 1,
        ChoiceParameter choice => choice.Choices[0],
        SidParameter sid => sid.Kind.OfNothing,
        TextParameter => "Example",
        UriParameter => "https://example.com/events",
        DateParameter => "2026-01-31T08:00:00Z",
        DurationParameter duration => XmlConvert.ToString(duration.Minimum),
        JsonTextParameter => new JsonObject { ["topic"] = "billing" },
        JsonObjectParameter { Members: [] } => new JsonObject { ["topic"] = "billing" },
        JsonObjectParameter json => new JsonObject([Member(json.Members.First(member => member.Required || json.ExactlyOneOf.Contains(member.Name)))]),
        ListParameter list => new JsonArray(ValueOf(list.Item)),
        _ => throw new InvalidOperationException($"No example is known for {field.Name}, which is a {field.GetType().Name}."),
    };
}
