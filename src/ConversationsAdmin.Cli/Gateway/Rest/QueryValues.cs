using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ConversationsAdmin.Cli.Gateway.Rest;

/// <summary>Takes the values from a query, by the provider's names as the provider writes them.</summary>
internal static class QueryValues
{
    /// <summary>Reads them.</summary>
    /// <exception cref="RequestArgumentException">The operation takes no parameter of a name, or takes it once only.</exception>
    internal static IEnumerable<KeyValuePair<string, object?>> Read(Operation operation, QueryString query)
    {
        // The parsed collection would take names in any case for one.
        var given = new List<(string Name, string Text)>();
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            given.Add((pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return given
            .GroupBy(pair => pair.Name, pair => pair.Text, StringComparer.Ordinal)
            .Select(pairs => CallValues.OfTexts(operation, ParameterLocation.Query, pairs.Key, [.. pairs]));
    }
}
