namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>The calls of one caller that have not ended. The SDK forgets calls whose caller is gone; what they change must end all the same.</summary>
/// <param name="atOnce">How many are carried out at once. Further ones wait.</param>
internal sealed class CallsInFlight(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim places = new(atOnce);

    /// <summary>Carries out a call when there is a place for it.</summary>
    /// <exception cref="OperationCanceledException">The caller was gone before.</exception>
    internal async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken hungUp)
    {
        await places.WaitAsync(hungUp).ConfigureAwait(false);
        try
        {
            return await call().ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Waits until all have ended. No other begins after that.</summary>
    internal async Task EndAsync()
    {
        for (var ended = 0; ended < atOnce; ended++)
        {
            await places.WaitAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => places.Dispose();
}
