using System.Reflection;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Tests.Core;

/// <summary>The operations that the product defines.</summary>
internal static class DefinedOperations
{
    public static readonly IReadOnlyList<Operation> All =
    [
        .. typeof(Operation).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Operation))
            .Select(field => (Operation)field.GetValue(null)!),
    ];

    // What the provider does not require of every request, but of this one or of one without another.
    private static readonly Dictionary<Operation, Dictionary<string, object?>> NeededToo = new()
    {
        [ParticipantResource.Create] = new() { ["Identity"] = "ada" },
        [ParticipantConversationResource.List] = new() { ["Identity"] = "ada" },
        [SunshineConversationResource.List] = new() { ["filter[userId]"] = new string('0', 24) },
        [SunshineConversationResource.Create] = new() { ["participants"] = """{"userId":"000000000000000000000000"}""" },
        [WebhookResource.Create] = new()
        {
            ["Configuration.Url"] = "https://example.com/events",
            ["Configuration.Filters"] = "onMessageAdded",
        },
    };

    public static Operation Named(string name) => All.Single(operation => operation.Name == name);

    /// <summary>Values of the right kind for whatever the operation cannot do without.</summary>
    public static Dictionary<string, object?> NeededValues(Operation operation)
    {
        var values = operation.Parameters.Where(parameter => parameter.Required).ToDictionary(parameter => parameter.Name, Needed);
        foreach (var (name, value) in NeededToo.GetValueOrDefault(operation, []))
        {
            values.Add(name, value);
        }

        return values;
    }

    private static object? Needed(OperationParameter parameter) => parameter switch
    {
        SidParameter sid => sid.Kind.OfNothing,
        IdParameter id => id.Kind.OfNothing,
        ChoiceParameter choice => choice.Choices[0],
        ListParameter list => new[] { Needed(list.Item) },
        _ => "Support",
    };
}
