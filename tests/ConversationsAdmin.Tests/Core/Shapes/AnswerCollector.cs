using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Tests.Core.Shapes;

/// <summary>Sends operations over a connection, and keeps what is answered. Identifiers are given once.</summary>
internal sealed class AnswerCollector(ProviderSession session, List<GivenAnswer> answers)
{
    private readonly Dictionary<string, string> identifiers = [];

    /// <summary>Makes an identifier known, by the name that parameters of its kind have.</summary>
    public string this[string identifierName] { set => identifiers[identifierName] = value; }

    public async Task<GivenAnswer> SendAsync(Operation operation, params (string Name, object? Value)[] values)
    {
        var path = operation.Parameters
            .Where(parameter => parameter.Location == ParameterLocation.Path)
            .Select(parameter => (parameter.Name, (object?)identifiers[parameter.IdentifierName!]));
        using var response = await session.SendAsync(operation, [.. path, .. values]);
        var answer = new GivenAnswer(operation, response.StatusCode, response.Body.IsEmpty ? null : Parse(response.Body));
        answers.Add(answer);
        return answer;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }
}
