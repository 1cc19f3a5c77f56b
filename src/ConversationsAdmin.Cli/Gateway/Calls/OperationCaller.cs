using System.Collections.Concurrent;
using System.Diagnostics;
using ConversationsAdmin.Cli.Gateway.Connections;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Paging;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>Carries out calls through Core's raw level, with the guards of the gateway. REST and MCP both end here.</summary>
internal sealed class OperationCaller(GatewayConnections connections, GatewayAccess access, CallLog log, CallMeters meters)
{
    private readonly ConcurrentDictionary<OperationCall, string> underWay = new(ReferenceEqualityComparer.Instance);

    /// <summary>Checks a call, sends it, and answers what the provider said.</summary>
    /// <param name="call">The call.</param>
    /// <param name="hungUp">Cancelled when the caller is gone. A read ends then; a write that is under way ends well and is logged.</param>
    /// <exception cref="RequestArgumentException">A value is missing, unknown, or none that the provider documents. Nothing was sent.</exception>
    /// <exception cref="CallRefusedException">The gateway does not do that. Nothing was sent.</exception>
    /// <exception cref="ProviderException">The provider refused, or did not answer.</exception>
    /// <exception cref="OperationCanceledException">The caller is gone.</exception>
    internal Task<ProviderResponse> CallAsync(OperationCall call, CancellationToken hungUp) =>
        CarryOutAsync(call, (session, request) => SendAsync(session, request, hungUp), CallEnd.Of);

    /// <summary>Checks a call of a list, and reads one page with the way to the next.</summary>
    /// <param name="call">The call.</param>
    /// <param name="hungUp">Cancelled when the caller is gone.</param>
    /// <exception cref="Exception">As <see cref="CallAsync"/>.</exception>
    internal Task<ListPage> PageAsync(OperationCall call, CancellationToken hungUp) =>
        CarryOutAsync(call, (session, request) => OnePage.ReadAsync(session.Client, request, hungUp), _ => CallEnd.OfPage(call.Operation));

    /// <summary>Logs the calls that have not ended when the gateway waits for them no longer.</summary>
    internal void LogUnfinished()
    {
        foreach (var (call, path) in underWay)
        {
            log.Ended(call, path, CallEnd.Unfinished, TimeSpan.Zero);
        }
    }

    private async Task<T> CarryOutAsync<T>(OperationCall call, Func<ProviderSession, OperationRequest, Task<T>> send, Func<T, CallEnd> endOf)
    {
        var begun = Stopwatch.GetTimestamp();
        var path = call.Operation.Path;
        meters.Begun(call);
        var end = CallEnd.Of(new OperationCanceledException());
        try
        {
            var request = OperationRequest.Create(call.Operation, call.Values);
            path = WireLine.PathOf(request);
            access.Check(request, call.Confirm);
            underWay[call] = path;
            var answer = await send(connections.SessionOf(call.Operation.Provider), request).ConfigureAwait(false);
            end = endOf(answer);
            return answer;
        }
        catch (Exception exception)
        {
            end = CallEnd.Of(exception);
            throw;
        }
        finally
        {
            underWay.TryRemove(call, out _);
            var taken = Stopwatch.GetElapsedTime(begun);
            meters.Ended(call, end, taken);
            log.Ended(call, path, end, taken);
        }
    }

    // Half a write is worse than one that nobody waits for: once its turn has come, it is not broken off.
    private static async Task<ProviderResponse> SendAsync(ProviderSession session, OperationRequest request, CancellationToken hungUp)
    {
        if (request.Operation.ReadOnly)
        {
            return Checked(request.Operation, await session.Client.SendAsync(request, notice: null, hungUp).ConfigureAwait(false));
        }

        try
        {
            return Checked(
                request.Operation,
                await session.Client.SendAsync(request, notice: null, CancellationToken.None, mayRepeat: () => !hungUp.IsCancellationRequested).ConfigureAwait(false));
        }
        catch (NotBegunException) when (hungUp.IsCancellationRequested)
        {
            throw new OperationCanceledException(hungUp);
        }
    }

    private static ProviderResponse Checked(Operation operation, ProviderResponse response) => response.IsEmptyOrJson ? response
        : throw new UnexpectedResponseException($"{operation.Provider} answered {operation.Title} with success, but not with JSON.")
        {
            Provider = operation.Provider,
            Operation = operation.Name,
            Attempts = response.Attempts,
            MayHaveActed = !operation.ReadOnly,
            Advice = "Something on the way may have answered in the provider's place.",
        };
}
