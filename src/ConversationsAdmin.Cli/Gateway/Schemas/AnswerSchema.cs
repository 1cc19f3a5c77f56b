using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>The JSON schema of what a provider answers.</summary>
internal static class AnswerSchema
{
    // Some clients of MCP refuse a whole answer for a text that is not of the format, and providers are not that exact.
    private static readonly ShapeSchema Lenient = new(withFormats: false, shared: _ => null);

    /// <summary>The whole answer of an operation, as it comes: the resource, its envelope, or a page; null when it answers nothing.</summary>
    internal static OpenApiSchema? Of(Operation operation) => operation.AnswerShape is { } shape ? Lenient.Of(shape) : null;
}
