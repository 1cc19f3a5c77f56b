namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>The HTTP status that goes with a code. The provider documents few of them; for most what they mean has to tell.</summary>
internal static class TwilioStatus
{
    public static int Of(int code) => code switch
    {
        20003 => 401,
        20403 or 50107 or 50430 or 70051 => 403,
        20404 or 50050 or 50100 or 50200 or 50350 or 50360 or 50432 or 50500 or 80308 => 404,
        20409 or 50201 or 50213 or 50353 or 50391 or 50416 or 50419 or 50425 or 50433 or 50437 or 50438 or 80623 => 409,
        20429 or 50063 or 50074 => 429,
        20500 => 500,
        TwilioCode.Unavailable => 503,
        _ => 400,
    };
}
