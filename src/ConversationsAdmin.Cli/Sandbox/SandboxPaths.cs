using ConversationsAdmin.Sandbox;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ConversationsAdmin.Cli.Sandbox;

/// <summary>Shares one socket among the APIs by the first segment of the path.</summary>
internal sealed class SandboxPaths(IEnumerable<SandboxServer> servers)
{
    private readonly Dictionary<string, (SandboxServer Server, Uri BaseAddress)> apis = servers
        .SelectMany(server => server.BaseAddresses.Select(api => (Path: api.Key, Server: server, BaseAddress: api.Value)))
        .ToDictionary(api => "/" + api.Path, api => (api.Server, api.BaseAddress));

    public Task AnswerAsync(HttpContext context)
    {
        // The path as sent: the decoded one no longer tells an escaped slash from a real one.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.IndexOfAny(['/', '?'], Math.Min(1, target.Length));
        var (first, rest) = end < 0 ? (target, "") : (target[..end], target[end..]);
        return apis.TryGetValue(first, out var api)
            ? SandboxBridge.AnswerAsync(context, api.Server, api.BaseAddress, rest)
            : RefuseAsync(context);
    }

    private Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        var message = $"The sandbox has nothing here. It has {string.Join(", ", apis.Keys)}.";
        return context.Response.WriteAsJsonAsync(new { status = StatusCodes.Status404NotFound, message }, context.RequestAborted);
    }
}
