using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>The JSON schema of what the body of a call holds.</summary>
internal static class BodySchema
{
    /// <summary>The schema; null when the operation takes no body.</summary>
    internal static OpenApiSchema? Of(Operation operation) => operation.Body == BodyEncoding.None
        ? null
        : MemberSchema.Of([.. operation.Parameters.Where(parameter => parameter.Location == In.Body)], exactlyOneOf: []);
}
