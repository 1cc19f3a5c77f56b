using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>The JSON schema of what a provider answers. It is lenient: a provider may add fields and words at any time.</summary>
internal static class AnswerSchema
{
    /// <summary>The whole answer of an operation; null when it answers nothing.</summary>
    internal static OpenApiSchema? Of(Operation operation) => operation.ResourceType is null ? null : new() { Type = JsonSchemaType.Object };
}
