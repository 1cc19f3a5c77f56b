using ConversationsAdmin.Cli.Gateway.Schemas;
using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>Describes how operations fail. Each way stands among the components once.</summary>
internal sealed class Problems
{
    private const string ContentType = "application/problem+json";
    private const string Schema = "Problem";
    private const string Other = "default";

    private static readonly string[] OfEveryCall = ["400", "401", "403", "404", "421", "429", "502", "503", "504", Other];
    private static readonly string[] OfBodies = ["413", "415"];
    private static readonly string[] OfConfirmations = ["412", "428"];

    private static readonly Dictionary<string, (string Name, string Description)> Ways = new()
    {
        ["400"] = ("BadRequest", "A value is missing, unknown, or none that the provider takes. Nothing was sent. Or the provider says so."),
        ["401"] = ("Unauthorized", "There is no token, or it is not known here."),
        ["403"] = ("Forbidden", "The gateway was started without the option that allows this, or the call comes from a page of another place. Nothing was sent. Or the provider says so."),
        ["404"] = ("NotFound", "The provider has no such resource."),
        ["412"] = ("ConfirmMismatch", "The header Confirm names something else than the path. Nothing was sent."),
        ["413"] = ("BodyTooLarge", "The body is larger than the gateway takes. Nothing was sent."),
        ["415"] = ("NotJson", "The body is not said to be application/json. Nothing was sent."),
        ["421"] = ("ForeignHost", "The header Host names another place. Nothing was sent."),
        ["428"] = ("ConfirmMissing", "The call destroys something, and the header Confirm is missing. Nothing was sent."),
        ["429"] = ("TooManyRequests", "The caller has too many calls waiting, or the provider's limit is reached."),
        ["502"] = ("NoUsableAnswer", "The provider can't be reached, or its answer can't be used."),
        ["503"] = ("Unavailable", "The gateway has no credentials for the provider, or the provider is not available."),
        ["504"] = ("Timeout", "The provider did not answer in time."),
        [Other] = ("Refused", "Another refusal, with the provider's own status."),
    };

    private readonly OpenApiDocument document;

    internal Problems(OpenApiDocument document)
    {
        this.document = document;
        document.AddComponent<IOpenApiSchema>(Schema, ProblemSchema.Create());
        foreach (var (name, description) in Ways.Values)
        {
            document.AddComponent<IOpenApiResponse>(name, new OpenApiResponse
            {
                Description = description,
                Content = Responses.As(ContentType, new OpenApiSchemaReference(Schema, document)),
            });
        }
    }

    /// <summary>The ways in which an operation may fail, by status.</summary>
    internal IEnumerable<(string Status, IOpenApiResponse Response)> Of(Operation operation) => OfEveryCall
        .Concat(operation.Body == BodyEncoding.None ? [] : OfBodies)
        .Concat(Confirmation.Of(operation) is null ? [] : OfConfirmations)
        .Order(StringComparer.Ordinal)
        .Select(status => (status, (IOpenApiResponse)new OpenApiResponseReference(Ways[status].Name, document)));
}
