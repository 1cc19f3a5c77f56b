using System.Text;
using System.Text.Json;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Sunshine;

internal static class JsonBody
{
    private const string MediaType = "application/json";
    private const int MaxBytes = 100 * 1024;

    public static JsonElement Parse(IncomingRequest request)
    {
        if (string.IsNullOrEmpty(request.Body))
            throw SunshineError.BadRequest("The request needs a body.");
        if (!MediaType.Equals(request.ContentType?.MediaType, StringComparison.OrdinalIgnoreCase))
            throw SunshineError.BadRequest(
                $"The body is to be {MediaType}, not {request.ContentType?.MediaType ?? "without a content type"}.");
        if (Encoding.UTF8.GetByteCount(request.Body) is > MaxBytes and var size)
            throw SunshineError.BadRequest($"The body has {size} bytes; {MaxBytes} are allowed.");
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(request.Body);
        }
        catch (JsonException)
        {
            throw SunshineError.BadRequest("The body is not valid JSON.");
        }
    }
}
