using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Http;

/// <summary>A request on one line, for a person who looks for a fault. What may tell of a person, or be a secret, is shown by its length alone.</summary>
public static class WireLine
{
    /// <summary>The whole of it.</summary>
    /// <param name="request">The request.</param>
    public static string Of(OperationRequest request)
    {
        var query = string.Join('&', Shown(request, isQuery: true));
        var rest = string.Join(", ", Shown(request, isQuery: false));
        return $"{request.Operation.Method} {PathOf(request)}{(query.Length > 0 ? $"?{query}" : "")}{(rest.Length > 0 ? $" {{ {rest} }}" : "")}";
    }

    /// <summary>The path, in which a name that stands for an identifier is shown by its length.</summary>
    /// <param name="request">The request.</param>
    public static string PathOf(OperationRequest request) =>
        request.PathWith((parameter, value) => IsPlain(parameter, value) ? value : Hidden(value));

    private static IEnumerable<string> Shown(OperationRequest request, bool isQuery) =>
        request.Fields
            .Where(field => field.Location == ParameterLocation.Query == isQuery)
            .Select(field => $"{field.Name}={(IsPlain(request.Operation.Parameters.FirstOrDefault(parameter => parameter.IsNamed(field.Name)), field.Value) ? field.Value : Hidden(field.Value))}");

    // Texts, JSON and addresses are whatever somebody wrote. What a provider adds to the address of a next page is unknown.
    private static bool IsPlain(OperationParameter? parameter, string value) => parameter switch
    {
        ListParameter list => IsPlain(list.Item, value),
        SidParameter sid => sid.Kind.Matches(value),
        IdParameter or BooleanParameter or IntegerParameter or DateParameter or DayParameter or DurationParameter or ChoiceParameter => true,
        _ => false,
    };

    private static string Hidden(string value) => $"({value.Length} characters)";
}
