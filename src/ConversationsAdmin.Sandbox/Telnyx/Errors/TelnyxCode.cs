namespace ConversationsAdmin.Sandbox.Telnyx.Errors;

internal static class TelnyxCode
{
    public const int NotFound = 10005;
    public const int UnexpectedError = 10007;
    public const int AuthenticationFailed = 10009;
    public const int AuthorizationFailed = 10010;
    public const int TooManyRequests = 10011;
    public const int BadRequest = 10015;
    public const int Unprocessable = 10027;
    public const int Conflict = 10036;

    public static string TitleOf(int code) => code switch
    {
        NotFound => "Resource not found",
        UnexpectedError => "Unexpected error",
        AuthenticationFailed => "Authentication failed",
        AuthorizationFailed => "Authorization failed",
        TooManyRequests => "Too many requests",
        BadRequest => "Bad Request",
        Unprocessable => "Unprocessable Entity",
        Conflict => "Conflict",
        _ => "Planned refusal",
    };

    /// <summary>The HTTP status that goes with a code, where documents tell it.</summary>
    public static int StatusOf(int code) => code switch
    {
        AuthenticationFailed => 401,
        AuthorizationFailed => 403,
        NotFound => 404,
        Conflict => 409,
        Unprocessable => 422,
        TooManyRequests => 429,
        UnexpectedError => 500,
        _ => 400,
    };
}
