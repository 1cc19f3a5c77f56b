using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Tests.Metadata;

/// <summary>An operation as the provider documents it, read from a file of tests/operations.</summary>
internal sealed partial record DocumentedOperation
{
    public string Api { get; init; } = "";

    public required string Name { get; init; }

    public required string Cmdlet { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The name that agents call it by; null when the gateway does not offer it.</summary>
    public string? Tool { get; init; }

    /// <summary>The path at the gateway; null when the gateway does not offer it.</summary>
    public string? RestPath { get; init; }

    public DocumentedHints? Hints { get; init; }

    public required int Status { get; init; }

    public required string Budget { get; init; }

    public string BodyEncoding { get; init; } = "none";

    /// <summary>How a list is paged; null when it is none.</summary>
    public string? Paging { get; init; }

    public string? PageSizeName { get; init; }

    public int? MaxPageSize { get; init; }

    /// <summary>The field of the answer that holds the resource or the list; null when none does, or when it is found otherwise.</summary>
    public string? Envelope { get; init; }

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Header { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Body { get; init; } = new Dictionary<string, string>();

    public IEnumerable<DocumentedParameter> Parameters =>
    [
        .. PathParameter().Matches(Path).Select(match => DocumentedParameter.Parse(ParameterLocation.Path, match.Groups[1].Value, "string!")),
        .. Parse(ParameterLocation.Query, Query),
        .. Parse(ParameterLocation.Header, Header),
        .. Parse(ParameterLocation.Body, Body),
    ];

    private static IEnumerable<DocumentedParameter> Parse(ParameterLocation location, IReadOnlyDictionary<string, string> parameters) =>
        parameters.Select(parameter => DocumentedParameter.Parse(location, parameter.Key, parameter.Value));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}
