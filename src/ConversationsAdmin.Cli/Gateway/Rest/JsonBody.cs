using System.Text.Json;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ConversationsAdmin.Cli.Gateway.Rest;

/// <summary>Takes the values from a body of JSON. A body that is not there has no members.</summary>
internal static class JsonBody
{
    private const string MediaType = "application/json";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Reads them.</summary>
    /// <exception cref="CallRefusedException">It is no JSON by its type.</exception>
    /// <exception cref="RequestArgumentException">It is no JSON object, or has members that the operation does not take; or the operation takes no body.</exception>
    /// <exception cref="BadHttpRequestException">It is too large, comes too slowly, or breaks off.</exception>
    internal static async Task<IReadOnlyList<KeyValuePair<string, object?>>> ReadAsync(Operation operation, HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return [];
        }

        if (operation.Body == BodyEncoding.None)
        {
            throw new RequestArgumentException("body", $"{operation.Title} takes no body. Leave it out.");
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw new CallRefusedException(
                StatusCodes.Status415UnsupportedMediaType, "content_type_not_json", $"The body is to be JSON. Send it with the header Content-Type: {MediaType}. Nothing was sent.");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, Strict, context.RequestAborted).ConfigureAwait(false);
            return [.. CallValues.OfBody(operation, body.RootElement)];
        }
        catch (JsonException exception)
        {
            throw new RequestArgumentException("body", $"The body is not valid JSON: {exception.Message}");
        }
    }
}
