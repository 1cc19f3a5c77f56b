using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>The schemas of a tool that is an operation: those that REST has too, and what only tools take and answer.</summary>
internal static class ToolSchemas
{
    /// <summary>The arguments.</summary>
    internal static JsonElement InputOf(Operation operation)
    {
        var schema = InputSchema.Of(operation);
        if (operation.Paging?.PageSizeName is { } name && schema.Properties![name] is OpenApiSchema pageSize)
        {
            pageSize.Default = OperationArguments.PageSizeOf(operation);
        }

        return schema.AsJsonSchema();
    }

    /// <summary>The structured content.</summary>
    internal static JsonElement OutputOf(Operation operation) => (
        operation.Destructive ? Deleted()
        : operation.Paging is null ? AnswerSchema.Of(operation)!
        : PageOf(operation)).AsJsonSchema();

    private static OpenApiSchema PageOf(Operation operation)
    {
        var schema = AnswerSchema.Of(operation)!;
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties[PageResult.Next] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object | JsonSchemaType.Null,
            Description = "The arguments that call this tool for the next page; null at the end.",
        };
        schema.Properties[PageResult.Notice] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "Says that there may be more, to which the provider documents no way.",
        };
        schema.Required ??= new HashSet<string>();
        schema.Required.Add(PageResult.Next);
        return schema;
    }

    private static OpenApiSchema Deleted() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["deleted"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The identifier of what was destroyed." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The provider's HTTP status." },
        },
        Required = new HashSet<string> { "deleted", "status" },
        AdditionalPropertiesAllowed = false,
    };
}
