using System.Globalization;
using System.Text.Json.Nodes;
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
    private const string Refused = "Refused";
    private const string Own = "Refused by the gateway";

    private static readonly string[] OfEveryCall = ["400", "401", "403", "404", "421", "429", "502", "503", "504"];
    private static readonly string[] OfBodies = ["413", "415"];
    private static readonly string[] OfConfirmations = ["412", "428"];

    private static readonly Way[] Ways =
    [
        new("400", "BadRequest", "Invalid argument", "invalid_argument", "A value is missing, unknown, or none that the provider takes. Nothing was sent. Or the provider says so."),
        new("401", "Unauthorized", Own, "token_missing", "There is no token, or it is not known here. Nothing was sent."),
        new("403", "Forbidden", Own, "write_not_allowed", "The gateway was started without the option that allows this, or a page of another place calls. Nothing was sent. Or the provider says so."),
        new("404", "NotFound", "Twilio refused", "Twilio.20404", "The provider has no such resource."),
        new("412", "ConfirmMismatch", Own, "confirm_mismatch", "The header Confirm names something else than the path. Nothing was sent."),
        new("413", "BodyTooLarge", "Unreadable request", "body_too_large", "The body is larger than the gateway takes. Nothing was sent."),
        new("415", "NotJson", Own, "content_type_not_json", "The body is not said to be JSON. Nothing was sent."),
        new("421", "ForeignHost", Own, "host_not_allowed", "The header Host names another place. Nothing was sent."),
        new("428", "ConfirmMissing", Own, "confirm_missing", "The call destroys something, and the header Confirm is missing. Nothing was sent."),
        new("429", "TooManyRequests", "Twilio refused", "Twilio.20429", "The provider's limit is reached, or the caller has too many calls waiting."),
        new("502", "NoUsableAnswer", "No answer of Twilio that can be used", "NotConnected", "The provider can't be reached, or its answer can't be used."),
        new("503", "Unavailable", Own, "not_connected", "The gateway has no credentials for the provider, or the provider is not available."),
        new("504", "Timeout", "Twilio did not answer in time", "Timeout", "The provider did not answer in time. It may have done what was asked for."),
    ];

    private readonly OpenApiDocument document;

    internal Problems(OpenApiDocument document)
    {
        this.document = document;
        document.AddComponent<IOpenApiSchema>(Schema, ProblemSchema.Create());
        foreach (var way in Ways)
        {
            Add(way.Name, way.Description, way.Example);
        }

        Add(Refused, "Another refusal, with the provider's own status and code.", example: null);
    }

    /// <summary>The ways in which an operation may fail, by status.</summary>
    internal IEnumerable<(string Status, IOpenApiResponse Response)> Of(Operation operation)
    {
        string[] statuses = [.. OfEveryCall, .. operation.Body == BodyEncoding.None ? [] : OfBodies, .. Confirmation.Of(operation) is null ? [] : OfConfirmations];
        return [.. Ways.Where(way => statuses.Contains(way.Status)).Select(way => (way.Status, Reference(way.Name))), (Other, Reference(Refused))];
    }

    private void Add(string name, string description, JsonObject? example) => document.AddComponent<IOpenApiResponse>(name, new OpenApiResponse
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [ContentType] = new() { Schema = new OpenApiSchemaReference(Schema, document), Example = example } },
    });

    private IOpenApiResponse Reference(string name) => new OpenApiResponseReference(name, document);

    private sealed record Way(string Status, string Name, string Title, string Code, string Description)
    {
        internal JsonObject Example => new()
        {
            ["type"] = "about:blank",
            ["title"] = Title,
            ["status"] = int.Parse(Status, CultureInfo.InvariantCulture),
            ["detail"] = Description,
            ["code"] = Code,
        };
    }
}
