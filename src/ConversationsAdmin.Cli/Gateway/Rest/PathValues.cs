using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Rest;

/// <summary>Takes the values from a path as it was sent. The decoded one no longer tells an escaped slash from a real one, and has climbed its dots.</summary>
internal sealed class PathValues(Operation operation)
{
    private readonly string[] template = RestPath.WithWireNames(operation).Split('/');

    /// <summary>Reads them.</summary>
    /// <param name="target">The request's target, as it was sent.</param>
    /// <exception cref="CallRefusedException">The path, as it was sent, is not that of the operation.</exception>
    internal IEnumerable<KeyValuePair<string, object?>> Read(string target)
    {
        var sent = target.Split('?')[0].Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (sent.Length != template.Length)
        {
            throw NotFound();
        }

        for (var index = 1; index < sent.Length; index++)
        {
            if (template[index] is ['{', .. var name, '}'])
            {
                yield return CallValues.OfPath(operation.Parameters.Single(parameter => parameter.Name == name && parameter.Location == ParameterLocation.Path), Named(sent[index]));
            }
            else if (!sent[index].Equals(template[index], StringComparison.OrdinalIgnoreCase))
            {
                throw NotFound();
            }
        }
    }

    private static string Named(string segment) => segment is "" or "." or ".." ? throw NotFound() : segment;

    private static CallRefusedException NotFound() => new(
        StatusCodes.Status404NotFound, "path_unknown", "There is nothing under this path as it was sent: it has an empty segment, or one of dots only. Nothing was sent.");
}
