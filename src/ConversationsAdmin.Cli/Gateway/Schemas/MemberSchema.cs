using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>The JSON schema of an object whose members are parameters.</summary>
internal static class MemberSchema
{
    /// <summary>An object with these members, and with no others.</summary>
    /// <param name="members">What it may hold.</param>
    /// <param name="exactlyOneOf">The members of which exactly one must be there; empty when there is no such rule.</param>
    internal static OpenApiSchema Of(IReadOnlyCollection<OperationParameter> members, IReadOnlyCollection<string> exactlyOneOf) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(member => member.Name, IOpenApiSchema (member) => ParameterSchema.Of(member)),
        Required = members.Where(member => member.Required).Select(member => member.Name).ToHashSet(),
        OneOf = exactlyOneOf.Count == 0 ? null : [.. exactlyOneOf.Select(name => new OpenApiSchema { Required = new HashSet<string> { name } })],
        AdditionalPropertiesAllowed = false,
    };
}
