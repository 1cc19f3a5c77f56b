namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>The calls of one caller that have not ended. The SDK forgets calls whose caller is gone; what they change must end all the same.</summary>
/// <param name="atOnce">How many are carried out at once. Further ones wait.</param>
internal sealed class CallsInFlight(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim places = new(atOnce);
    private readonly CancellationTokenSource gone = new();

    /// <summary>Carries out a call when there is a place for it.</summary>
    /// <param name="call">The call. It is told when its caller is gone.</param>
    /// <param name="hungUp">Cancelled when nobody waits for this one any more.</param>
    /// <exception cref="OperationCanceledException">The caller was gone before.</exception>
    internal async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken hungUp)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hungUp, gone.Token);
        await places.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            return await call(either.Token).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Tells all of them that the caller is gone.</summary>
    internal void HangUp() => gone.Cancel();

    /// <summary>Waits until all have ended. No other begins after that.</summary>
    internal async Task EndAsync()
    {
        for (var ended = 0; ended < atOnce; ended++)
        {
            await places.WaitAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        gone.Dispose();
        places.Dispose();
    }
}
