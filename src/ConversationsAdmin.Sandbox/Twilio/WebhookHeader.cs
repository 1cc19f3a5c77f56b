using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class WebhookHeader
{
    private const string Name = "X-Twilio-Webhook-Enabled";

    public static void Check<TCall>(IncomingRequest request, Endpoint<TCall> endpoint)
        where TCall : TwilioCall
    {
        if (request.Header(Name) is not { } value)
            return;
        if (!endpoint.TakesWebhookHeader)
            throw TwilioError.BadParameter($"The header {Name} is not for {request.Method} {endpoint.Path}.");
        if (value is not ("true" or "false"))
            throw TwilioError.BadParameter($"The header {Name} takes true or false.");
    }
}
