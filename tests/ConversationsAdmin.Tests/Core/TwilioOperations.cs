using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Tests.Core;

/// <summary>The operations that the product defines so far.</summary>
internal static class TwilioOperations
{
    public static readonly IReadOnlyList<Operation> All =
    [
        ServiceResource.List, ServiceResource.Create, ServiceResource.Fetch, ServiceResource.Delete,
        ConversationResource.List, ConversationResource.Create, ConversationResource.Fetch, ConversationResource.Update, ConversationResource.Delete,
        ParticipantResource.List, ParticipantResource.Create, ParticipantResource.Fetch, ParticipantResource.Update, ParticipantResource.Delete,
    ];

    public static Operation Named(string name) => All.Single(operation => operation.Name == name);

    /// <summary>Values of the right kind for whatever the operation cannot do without.</summary>
    public static Dictionary<string, object?> NeededValues(Operation operation)
    {
        var values = operation.Parameters.Where(parameter => parameter.Required).ToDictionary(parameter => parameter.Name, Needed);
        if (operation == ParticipantResource.Create)
        {
            values["Identity"] = "ada";
        }

        return values;
    }

    private static object? Needed(OperationParameter parameter) => parameter is SidParameter sid
        ? sid.Kind.Prefix + new string('0', 32)
        : "Support";
}
