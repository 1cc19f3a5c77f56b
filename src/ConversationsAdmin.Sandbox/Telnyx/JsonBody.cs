using System.Text.Json;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>The object that the body of a request is.</summary>
internal static class JsonBody
{
    public static T Read<T>(IncomingRequest request, Func<JsonElement, T> read)
    {
        if (string.IsNullOrEmpty(request.Body))
            throw new ValidationError("missing", "A body is required.", "body");
        if (request.ContentType?.MediaType?.Equals("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw NoObject("The Content-Type of the body has to be application/json.");
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : throw NoObject("The body has to be an object.");
        }
        // The second is how a text with half a surrogate pair shows, and only once it is read.
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new ValidationError("json_invalid", "The body is no JSON.", "body");
        }
    }

    private static ValidationError NoObject(string message) => new("dict_type", message, "body");
}
