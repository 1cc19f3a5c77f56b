using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class FormBody
{
    private const string MediaType = "application/x-www-form-urlencoded";

    public static IEnumerable<KeyValuePair<string, string>> Pairs(IncomingRequest request)
    {
        if (string.IsNullOrEmpty(request.Body))
            return [];
        if (!MediaType.Equals(request.ContentType?.MediaType, StringComparison.OrdinalIgnoreCase))
            throw TwilioError.BadParameter(
                $"The body is to be {MediaType}, not {request.ContentType?.MediaType ?? "without a content type"}.");
        return UrlEncodedPairs.Parse(request.Body);
    }
}
