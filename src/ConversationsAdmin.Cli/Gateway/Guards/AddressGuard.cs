using ConversationsAdmin.Cli.Gateway.Calls;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Guards;

/// <summary>
/// Against DNS rebinding: a page of the web can make a browser call this machine, but not under a name of this machine, nor as a page of it.
/// </summary>
internal sealed class AddressGuard(IReadOnlyList<string> allowedHosts)
{
    private static readonly HashSet<string> Loopback = new(["127.0.0.1", "localhost", "[::1]"], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> further = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a request that was sent to another name, or by a page of another place.</summary>
    /// <exception cref="CallRefusedException">It is refused.</exception>
    internal void Check(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (!Loopback.Contains(host) && !further.Contains(host))
        {
            throw new CallRefusedException(
                StatusCodes.Status421MisdirectedRequest,
                "host_not_allowed",
                "The header Host names another place. Call 127.0.0.1 or localhost; a proxy's name is to be given at the start, with --allowed-host.");
        }

        if (context.Request.Headers.Origin is not [] and var origin && !IsAllowed(origin.ToString(), context.Connection.LocalPort))
        {
            throw new CallRefusedException(
                StatusCodes.Status403Forbidden,
                "origin_not_allowed",
                "The header Origin names a page of another place. Only the gateway's own page, and those of an --allowed-host, may call it.");
        }
    }

    private bool IsAllowed(string origin, int ownPort) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https"
        && (further.Contains(page.Host) || (Loopback.Contains(page.Host) && page.Port == ownPort));
}
