using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>The OpenAPI document of the REST interface. All of it is made from the operations' definitions.</summary>
internal static class GatewayDocument
{
    /// <summary>What the document and its page are called.</summary>
    internal const string Title = "conv gateway";

    private const string Security = "token";

    private const string Description =
        """
        The operations of Twilio Conversations, Twilio Proxy, Telnyx AI and Sunshine Conversations, with the provider's own fields, JSON and status codes.

        The gateway guards them:

        - Every call needs the bearer token that the gateway was started with.
        - It reads, and nothing else, until it is started with `--allow-write`. What destroys something needs `--allow-destructive`.
        - A call that destroys something names it twice: in the path, and in the header `Confirm`.
        - A value that the provider would not take is refused before anything is sent.
        - All callers share the provider's limits of requests, and each has a limit of its own.

        What fails is answered with a problem (RFC 9457), which keeps the provider's code and request id.
        """;

    /// <summary>Makes the document.</summary>
    internal static OpenApiDocument Create()
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = Title,
                Version = typeof(GatewayDocument).Assembly.GetName().Version!.ToString(fieldCount: 3),
                Description = Description,
                Contact = new OpenApiContact { Name = "ConversationsAdmin", Url = new Uri("https://github.com/conversationsadmin/ConversationsAdmin") },
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            },
            Servers = [new OpenApiServer { Url = "/", Description = "This gateway." }],
            Tags = Tags.All,
            Paths = [],
            Components = new OpenApiComponents
            {
                SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Security] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "The token that the gateway was given, or that it printed at its start.",
                    },
                },
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Security, document)] = [] }];
        AddPaths(document);
        return document;
    }

    private static void AddPaths(OpenApiDocument document)
    {
        var descriptions = new OperationDescriptions(document);
        foreach (var path in OperationCatalog.All.GroupBy(Rest.RestPath.Of))
        {
            document.Paths.Add(path.Key, new OpenApiPathItem { Operations = path.ToDictionary(operation => operation.Method, descriptions.Of) });
        }

        GatewayPaths.AddTo(document);
    }
}
