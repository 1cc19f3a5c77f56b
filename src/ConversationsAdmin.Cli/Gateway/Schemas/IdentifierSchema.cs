using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>The JSON schema of an identifier.</summary>
internal static partial class IdentifierSchema
{
    /// <summary>A text of the form that identifiers of a kind have.</summary>
    internal static OpenApiSchema Of(IdentifierKind kind) => new() { Type = JsonSchemaType.String, Pattern = PatternOf(kind) };

    // The identifier of nothing has a zero wherever another one has a digit.
    private static string PatternOf(IdentifierKind kind) => $"^{Zeros().Replace(kind.OfNothing, zeros => $"[0-9a-fA-F]{{{zeros.Length}}}")}$";

    [GeneratedRegex("0+")]
    private static partial Regex Zeros();
}
