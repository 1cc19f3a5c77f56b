namespace ConversationsAdmin.Sandbox.Sunshine;

internal static class SunshineCode
{
    public const string BadRequest = "bad_request";
    public const string Unauthorized = "unauthorized";
    public const string NotFound = "not_found";
    public const string AppNotFound = "app_not_found";
    public const string UserNotFound = "user_not_found";
    public const string ConversationNotFound = "conversation_not_found";

    public const string Locked = "locked";

    // The provider documents no names for these four.
    public const string MethodNotAllowed = "method_not_allowed";
    public const string TooManyRequests = "too_many_requests";
    public const string InternalServerError = "internal_server_error";
    public const string ServiceUnavailable = "service_unavailable";
}
