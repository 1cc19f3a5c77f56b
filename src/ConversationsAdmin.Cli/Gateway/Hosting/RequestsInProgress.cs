using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>Counts the requests that have not ended. One whose caller hung up counts until its write has ended.</summary>
internal sealed class RequestsInProgress
{
    private int count;

    internal int Count => Volatile.Read(ref count);

    internal async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        Interlocked.Increment(ref count);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref count);
        }
    }
}
