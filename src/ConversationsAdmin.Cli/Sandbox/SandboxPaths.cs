using ConversationsAdmin.Sandbox;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ConversationsAdmin.Cli.Sandbox;

/// <summary>Shares one socket among the providers by the first segment of the path.</summary>
internal sealed class SandboxPaths(SandboxServer server)
{
    private const string TwilioConversations = "/conversations";
    private static readonly string[] NotImitated = ["/proxy", "/telnyx", "/sunshine"];

    public Task AnswerAsync(HttpContext context)
    {
        // The path as sent: the decoded one no longer tells an escaped slash from a real one.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (IsBelow(target, TwilioConversations))
            return SandboxBridge.AnswerAsync(context, server, target[TwilioConversations.Length..]);
        return Array.Find(NotImitated, prefix => IsBelow(target, prefix)) is { } other
            ? RefuseAsync(context, StatusCodes.Status501NotImplemented, $"This sandbox does not imitate {other[1..]} yet.")
            : RefuseAsync(context, StatusCodes.Status404NotFound,
                $"The sandbox has nothing here. Twilio Conversations is below {TwilioConversations}/v1.");
    }

    private static bool IsBelow(string target, string prefix) =>
        target.StartsWith(prefix, StringComparison.Ordinal) && (target.Length == prefix.Length || target[prefix.Length] is '/' or '?');

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { status, message }, context.RequestAborted);
    }
}
