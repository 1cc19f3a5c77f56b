namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>The HTTP status that goes with a code.</summary>
internal static class SunshineStatus
{
    public static int Of(string code) => code switch
    {
        SunshineCode.Unauthorized => 401,
        "payment_required" => 402,
        "forbidden" => 403,
        _ when code.EndsWith(SunshineCode.NotFound, StringComparison.Ordinal) => 404,
        SunshineCode.MethodNotAllowed => 405,
        "conflict" => 409,
        SunshineCode.Locked => 423,
        SunshineCode.TooManyRequests => 429,
        SunshineCode.InternalServerError => 500,
        SunshineCode.ServiceUnavailable => 503,
        _ => 400,
    };
}
